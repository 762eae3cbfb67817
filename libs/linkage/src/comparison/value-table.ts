import { type Comparison, hash53, MISSING, Numbering, noSuchKey, type Part } from './comparison.js';

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

/** A number for every value, one after the other in memory. */
class NumberColumn<V> {
  private numbers = new Float64Array(1_024);

  constructor(private readonly of: (value: V) => number) {}

  set(number: number, value: V): void {
    if (number >= this.numbers.length) {
      const wider = new Float64Array(this.numbers.length * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[number] = this.of(value);
  }

  at(number: number): number {
    return this.numbers[number]!;
  }

  first(count: number): Float64Array {
    return this.numbers.subarray(0, count);
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
  /** Comparing costs less than remembering that it was done. */
  readonly quick?: boolean;
  /**
   * Most pairs differ in a way that one number a value shows: those are not looked up in memory, where they lie apart. For comparisons of one
   * part; `of` may give NaN for a value that no number tells, `level` -1 for two that have to be compared in full. NaN makes it -1.
   */
  readonly atAGlance?: { of(value: V): number; level(a: number, b: number): number };
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
  /** Made for the parts that are counted, when they are. */
  private readonly counted: (Numbering | undefined)[] = [];
  private readonly countedIds: number[][];
  private answers: Answers | null = null;
  private readonly same: number[] = [];
  /** Keys that were asked for: each is made when its value comes, while it is at hand. */
  private readonly keyColumns = new Map<string, NumberColumn<V>>();
  private readonly glances: NumberColumn<V> | null;

  constructor(private readonly rules: ValueRules<V>) {
    this.parts = rules.parts;
    this.countedIds = rules.parts.map(() => []);
    this.glances = rules.atAGlance ? new NumberColumn(rules.atAGlance.of) : null;
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
    this.glances?.set(number, value);
    for (const column of this.keyColumns.values()) column.set(number, value);
    let same = 0;
    for (let part = 0; part < this.parts.length; part++) same |= (this.rules.counted(part, value) === null ? MISSING : 1) << (8 * part);
    this.same.push(same);
    return number;
  }

  compare(a: number, b: number, levels: Uint8Array, at: number): void {
    if (this.rules.quick && a !== b && a >= 0 && b >= 0) {
      if (this.glances) {
        const level = this.rules.atAGlance!.level(this.glances.at(a), this.glances.at(b));
        if (level >= 0) {
          levels[at] = level;
          return;
        }
      }
      const found = this.rules.levels(this.values[a]!, this.values[b]!);
      for (let part = 0; part < this.parts.length; part++) levels[at + part] = (found >>> (8 * part)) & 0xff;
      return;
    }
    const answer = a === b ? (a < 0 ? 0 : this.same[a]!) : a < 0 || b < 0 ? 0 : a < b ? this.ask(a, b) : this.ask(b, a);
    for (let part = 0; part < this.parts.length; part++) levels[at + part] = (answer >>> (8 * part)) & 0xff;
  }

  private ask(a: number, b: number): number {
    this.answers ??= new Answers();
    return this.answers.get(a, b, () => this.rules.levels(this.values[a]!, this.values[b]!));
  }

  countedAs(part: number, value: number): number {
    if (value < 0) return -1;
    const ids = this.countedIds[part]!;
    this.counted[part] ??= new Numbering();
    while (ids.length <= value) {
      const text = this.rules.counted(part, this.values[ids.length]!);
      ids.push(text === null ? -1 : this.counted[part]!.of(text));
    }
    return ids[value]!;
  }

  key(name: string): (value: number) => number {
    const column = this.keyColumns.get(name) ?? this.keyColumn(name);
    return (value) => (value < 0 ? -1 : column.at(value));
  }

  keys(name: string): Float64Array {
    return (this.keyColumns.get(name) ?? this.keyColumn(name)).first(this.values.length);
  }

  private keyColumn(name: string): NumberColumn<V> {
    const keyOf = this.rules.keys[name] ?? noSuchKey(this.rules.compare, name, Object.keys(this.rules.keys));
    const column = new NumberColumn<V>((value) => {
      const key = keyOf(value);
      return key === null || key === '' ? -1 : typeof key === 'number' ? key : hash53(key);
    });
    for (const [number, value] of this.values.entries()) column.set(number, value);
    this.keyColumns.set(name, column);
    return column;
  }

  shown(part: number, value: number): string {
    return value < 0 ? '' : this.rules.shown(part, this.values[value]!);
  }
}
