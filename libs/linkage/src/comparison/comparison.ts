/** Level 0 of every part: one of the two values is missing, which is not disagreement. */
export const MISSING = 0;

/** A part of a comparison: its levels from the best down. A level's number is its place here, counted from 1. */
export interface Part {
  readonly name: string;
  readonly levels: readonly string[];
  /** How many of the first levels are an agreement in the value itself, so that its frequency tells. */
  readonly exact: number;
}

/**
 * One field of a profile over one set of records. Each different value is cleaned once and has a number from 0 on; -1 stands for nothing known.
 * A record's row holds that number and, behind it, what most comparisons need to know of the value.
 */
export interface Comparison {
  readonly parts: readonly Part[];
  /** The value's number, -1 when the cells tell nothing. Cells in the order of the roles that the comparison names. */
  add(cells: readonly string[]): number;
  readonly size: number;
  /** How many numbers a value takes in a row. */
  readonly width: number;
  /** Writes a value into a row. */
  put(value: number, rows: Int32Array, at: number): void;
  /** Writes a level for each part from `at` on, of the values that begin at two places of the rows. The same levels with the two changed. */
  compare(rows: Int32Array, a: number, b: number, levels: Uint8Array, at: number): void;
  /** What the value is counted as in a part (equal for values that agree exactly there), -1 when missing. */
  countedAs(part: number, value: number): number;
  /** A key for blocking by its name; equal numbers block together, -1 blocks with nobody. Throws for a name that the comparison does not know. */
  key(name: string): (value: number) => number;
  /** The same of all values so far, by their numbers; read only, until the next value comes. */
  keys(name: string): Float64Array;
  /** The value as it was understood, for people. */
  shown(part: number, value: number): string;
}

export type MakeComparison = (options: Readonly<Record<string, unknown>>) => Comparison;

export interface ComparisonKind {
  /** Columns that it reads, in the order `add` takes their cells; the first must be mapped. */
  readonly roles: readonly string[];
  readonly make: MakeComparison;
}

const turned = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

function scattered(x: number): number {
  let h = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/**
 * A number of 53 bits for a text: among a million texts two differ and share it about once in 20,000 runs. Every character turns two states that are
 * multiplied by different constants, since texts here are much alike: rooms of one house, days of one year.
 */
export function hash53(text: string): number {
  let [low, high] = [0x2f0b4c47, 0x6a09e667];
  for (let i = 0; i < text.length; i++) {
    const code = Math.imul(text.charCodeAt(i) + 1, 0x9e3779b1);
    low = Math.imul(turned(low ^ code, 13), 0x85ebca6b) + 0x38b34ae5;
    high = Math.imul(turned(high ^ turned(code, 17), 7), 0xc2b2ae35) + 0x52dce729;
  }
  return (scattered(low ^ text.length) >>> 0) + (scattered(high ^ low) & 0x1fffff) * 2 ** 32;
}

/** Strings to numbers from 0 on. */
export class Numbering {
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(text, next);
    return next;
  }

  /** -1 for what was never numbered. */
  find = (text: string): number => this.numbers.get(text) ?? -1;
}

/** A comparison's refusal of a key's name, in words for whoever writes a profile. */
export function noSuchKey(compare: string, name: string, known: readonly string[]): never {
  throw new Error(`"${compare}" has no key "${name}": it has ${known.join(', ')}.`);
}
