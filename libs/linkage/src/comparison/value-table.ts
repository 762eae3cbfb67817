import { type Comparison, MISSING, Numbering, noSuchKey, type Part } from './comparison.js';

/** Answers of a comparison of two values, kept while there is room: names repeat, and each two are compared once. */
class Answers {
  private readonly slots = 1 << 20;
  private readonly keys = new Float64Array(this.slots).fill(-1);
  private readonly answers = new Uint32Array(this.slots);

  get(a: number, b: number, compute: () => number): number {
    const key = a * 2 ** 26 + b;
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 12;
    if (this.keys[slot] === key) return this.answers[slot]!;
    const answer = compute();
    this.keys[slot] = key;
    this.answers[slot] = answer;
    return answer;
  }
}

export interface ValueRules<V> {
  readonly compare: string;
  readonly parts: readonly Part[];
  /** What the cells tell, null when nothing. Values of equal `identity` are the same value. */
  clean(cells: readonly string[]): V | null;
  identity(value: V): string;
  /** Levels of two different values, one byte a part, the first part lowest. Called once for each two values, the smaller number first. */
  levels(a: V, b: V): number;
  /** Text that a part counts the value by, null when that part is missing. */
  counted(part: number, value: V): string | null;
  readonly keys: Readonly<Record<string, (value: V) => string | number | null>>;
  shown(part: number, value: V): string;
}

/** A comparison whose values are kept as objects: cleaned once, compared once for each two. */
export class ValueTable<V> implements Comparison {
  readonly parts: readonly Part[];
  private readonly raw = new Map<string, number>();
  private readonly identities = new Numbering();
  private readonly values: V[] = [];
  private readonly counted: Numbering[];
  private readonly countedIds: number[][];
  private answers: Answers | null = null;
  private readonly same: number[] = [];

  constructor(private readonly rules: ValueRules<V>) {
    this.parts = rules.parts;
    this.counted = rules.parts.map(() => new Numbering());
    this.countedIds = rules.parts.map(() => []);
  }

  get size(): number {
    return this.values.length;
  }

  add(cells: readonly string[]): number {
    const raw = cells.length === 1 ? cells[0]! : cells.join('\u0000');
    const known = this.raw.get(raw);
    if (known !== undefined) return known;
    const value = this.rules.clean(cells);
    const number = value === null ? -1 : this.numberOf(value);
    this.raw.set(raw, number);
    return number;
  }

  private numberOf(value: V): number {
    const number = this.identities.of(this.rules.identity(value));
    if (number < this.values.length) return number;
    this.values.push(value);
    let same = 0;
    this.parts.forEach((_, part) => {
      const counted = this.rules.counted(part, value);
      this.countedIds[part]!.push(counted === null ? -1 : this.counted[part]!.of(counted));
      same |= (counted === null ? MISSING : 1) << (8 * part);
    });
    this.same.push(same);
    return number;
  }

  compare(a: number, b: number, levels: Uint8Array, at: number): void {
    const answer = a === b ? (a < 0 ? 0 : this.same[a]!) : a < 0 || b < 0 ? 0 : a < b ? this.ask(a, b) : this.ask(b, a);
    for (let part = 0; part < this.parts.length; part++) levels[at + part] = (answer >>> (8 * part)) & 0xff;
  }

  private ask(a: number, b: number): number {
    this.answers ??= new Answers();
    return this.answers.get(a, b, () => this.rules.levels(this.values[a]!, this.values[b]!));
  }

  countedAs(part: number, value: number): number {
    return value < 0 ? -1 : this.countedIds[part]![value]!;
  }

  key(name: string): (value: number) => number {
    const keyOf = this.rules.keys[name] ?? noSuchKey(this.rules.compare, name, Object.keys(this.rules.keys));
    const texts = new Numbering();
    const known: number[] = [];
    return (value) => {
      if (value < 0) return -1;
      const kept = known[value];
      if (kept !== undefined) return kept;
      const key = keyOf(this.values[value]!);
      const number = key === null || key === '' ? -1 : typeof key === 'number' ? key : texts.of(key);
      known[value] = number;
      return number;
    };
  }

  shown(part: number, value: number): string {
    return value < 0 ? '' : this.rules.shown(part, this.values[value]!);
  }
}
