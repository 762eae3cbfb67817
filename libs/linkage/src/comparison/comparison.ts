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
 * Symmetric: `compare(a, b)` and `compare(b, a)` give the same levels.
 */
export interface Comparison {
  readonly parts: readonly Part[];
  /** The value's number, -1 when the cells tell nothing. Cells in the order of the roles that the comparison names. */
  add(cells: readonly string[]): number;
  readonly size: number;
  /** Writes a level for each part from `at` on. */
  compare(a: number, b: number, levels: Uint8Array, at: number): void;
  /** What the value is counted as in a part (equal for values that agree exactly there), -1 when missing. */
  countedAs(part: number, value: number): number;
  /** A key for blocking by its name; equal numbers block together, -1 blocks with nobody. Throws for a name that the comparison does not know. */
  key(name: string): (value: number) => number;
  /** The value as it was understood, for people. */
  shown(part: number, value: number): string;
}

export type MakeComparison = (options: Readonly<Record<string, unknown>>) => Comparison;

export interface ComparisonKind {
  /** Columns that it reads, in the order `add` takes their cells; the first must be mapped. */
  readonly roles: readonly string[];
  readonly make: MakeComparison;
}

/** A number of 53 bits for a text: among a million texts two differ and share it about once in 20,000 runs. */
export function hash53(text: string): number {
  let [low, high] = [0x811c9dc5, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) + (high >>> 15);
  }
  low ^= high >>> 13;
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d);
  return (low >>> 0) + (high & 0x1fffff) * 2 ** 32;
}

/** Strings to numbers from 0 on. */
export class Numbering {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.texts.length;
    this.numbers.set(text, next);
    this.texts.push(text);
    return next;
  }

  /** -1 for what was never numbered. */
  find = (text: string): number => this.numbers.get(text) ?? -1;

  get size(): number {
    return this.texts.length;
  }
}

/** A comparison's refusal of a key's name, in words for whoever writes a profile. */
export function noSuchKey(compare: string, name: string, known: readonly string[]): never {
  throw new Error(`"${compare}" has no key "${name}": it has ${known.join(', ')}.`);
}
