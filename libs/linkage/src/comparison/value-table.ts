import { numbers, wholeNumbers, widened } from '../columns.js';
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

/** What most comparisons need to know of a value, as whole numbers. They stand in each record's row: values lie apart in memory, and to wait for them takes longer than to compare. */
export interface Traits<V> {
  readonly width: number;
  write(value: V, rows: Int32Array, at: number): void;
  /** Of two different values whose traits begin at two places of the rows: what `levels` would give, or -1 when it has to be asked. */
  levels(rows: Int32Array, a: number, b: number): number;
}

/** A number for every value, one after the other in memory. */
class NumberColumn<V> {
  private numbers = numbers(1_024);

  constructor(private readonly of: (value: V) => number) {}

  set(number: number, value: V): void {
    if (number >= this.numbers.length) {
      const wider = numbers(2 * this.numbers.length);
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

/** The place of the only cell that says anything; 0 when none does, as many as there are when several do. */
function onlyFilled(cells: readonly string[]): number {
  let found = -1;
  for (let place = 0; place < cells.length; place++) {
    if (cells[place] === '') continue;
    if (found >= 0) return cells.length;
    found = place;
  }
  return Math.max(0, found);
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
  readonly traits?: Traits<V>;
  /** Text that a part counts the value by, null when that part is missing. */
  counted(part: number, value: V): string | null;
  readonly keys: Readonly<Record<string, (value: V) => string | number | null>>;
  shown(part: number, value: V): string;
}

/** A comparison whose values are kept as objects: cleaned once, compared once for each two. */
export class ValueTable<V> implements Comparison {
  readonly parts: readonly Part[];
  /** What cells were found to say: those of which one alone is filled by its place, others together. */
  private readonly raw: Map<string, number>[] = [];
  /** Values whose text is their identity where it is all that the first cell says: `raw` need not know them. */
  private readonly isPlain: boolean[] = [];
  private readonly identities = new Numbering();
  private readonly values: V[] = [];
  /** Made for the parts that are counted, when they are. */
  private readonly counted: (Numbering | undefined)[] = [];
  private readonly countedIds: number[][];
  private answers: Answers | null = null;
  /** Levels of two records that have the value. */
  private readonly same: number[] = [];
  private traits = wholeNumbers(1_024);
  readonly width: number;
  /** Keys that were asked for: each is made when its value comes, while it is at hand. */
  private readonly keyColumns = new Map<string, NumberColumn<V>>();

  constructor(private readonly rules: ValueRules<V>) {
    this.parts = rules.parts;
    this.countedIds = rules.parts.map(() => []);
    this.width = 1 + (rules.traits?.width ?? 0);
  }

  get size(): number {
    return this.values.length;
  }

  add(cells: readonly string[]): number {
    const place = onlyFilled(cells);
    const text = place < cells.length ? cells[place]! : cells.join('\u0000');
    const plain = place === 0 ? this.identities.find(text) : -1;
    if (plain >= 0 && this.isPlain[plain]) return plain;
    this.raw[place] ??= new Map();
    const known = this.raw[place].get(text);
    if (known !== undefined) return known;
    const value = this.rules.clean(cells);
    const identity = value === null ? '' : this.rules.identity(value);
    const number = value === null ? -1 : this.numberOf(identity, value);
    if (place === 0 && number >= 0 && identity === text) this.isPlain[number] = true;
    else this.raw[place].set(text, number);
    return number;
  }

  private numberOf(identity: string, value: V): number {
    const number = this.identities.of(identity);
    if (number < this.values.length) return number;
    this.values.push(value);
    this.isPlain.push(false);
    this.keepTraits(number, value);
    for (const column of this.keyColumns.values()) column.set(number, value);
    let same = 0;
    for (let part = 0; part < this.parts.length; part++) same |= (this.rules.counted(part, value) === null ? MISSING : 1) << (8 * part);
    this.same.push(same);
    return number;
  }

  private keepTraits(number: number, value: V): void {
    const { traits } = this.rules;
    if (!traits) return;
    const at = number * traits.width;
    if (at + traits.width > this.traits.length) this.traits = widened(this.traits, 2 * this.traits.length);
    traits.write(value, this.traits, at);
  }

  put(value: number, rows: Int32Array, at: number): void {
    const width = this.width - 1;
    rows[at] = value;
    // What is not known is not looked at.
    if (value >= 0) for (let i = 0; i < width; i++) rows[at + 1 + i] = this.traits[value * width + i]!;
  }

  compare(rows: Int32Array, a: number, b: number, levels: Uint8Array, at: number): void {
    const found = this.found(rows, a, b);
    levels[at] = found & 0xff;
    for (let part = 1; part < this.parts.length; part++) levels[at + part] = (found >>> (8 * part)) & 0xff;
  }

  private found(rows: Int32Array, a: number, b: number): number {
    const one = rows[a]!;
    const other = rows[b]!;
    if (one < 0 || other < 0) return MISSING;
    if (one === other) return this.same[one]!;
    if (this.rules.traits) {
      const told = this.rules.traits.levels(rows, a + 1, b + 1);
      if (told >= 0) return told;
    }
    return this.inFull(one, other);
  }

  /** Levels of two different values, their traits unasked. */
  inFull(one: number, other: number): number {
    if (this.rules.quick) return this.rules.levels(this.values[one]!, this.values[other]!);
    return one < other ? this.ask(one, other) : this.ask(other, one);
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
