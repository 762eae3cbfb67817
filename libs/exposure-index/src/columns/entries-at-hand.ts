import type { Source } from './pieces.js';
import type { Segment } from './segment.js';

/** So many cases are read ahead together. */
const TOGETHER = 32;

/**
 * Reads where the entries of some cases lie, and the first of each, before they are looked at one case after the other: so the processor waits
 * for all of them together.
 */
export class EntriesAtHand {
  private readonly at = new Int32Array(TOGETHER);
  /** Kept, so that what was read counts as used. */
  private touched = 0;

  constructor(
    private readonly segments: readonly Segment[],
    private readonly cases: readonly Source[],
    /** Of each case; what lies outside is not read. */
    private readonly windows: readonly (readonly [from: number, to: number])[],
  ) {}

  /** Before the case at a position is looked at: those that come next are read where it is the first of them. */
  bring(position: number): void {
    if (position % TOGETHER !== 0) return;
    for (const segment of this.segments) if (segment.unread === null) this.bringFrom(segment, position);
  }

  private bringFrom({ minStart, maxEnd, people, entriesFrom, entries: { words } }: Segment, first: number): void {
    const { at, cases, windows } = this;
    const until = Math.min(cases.length, first + TOGETHER);
    let found = 0;
    for (let i = first; i < until; i++) {
      const [from, to] = windows[i]!;
      if (minStart >= to || maxEnd < from) continue;
      const slot = people.find(cases[i]!.person);
      if (slot >= 0) at[found++] = entriesFrom[slot]!;
    }
    let { touched } = this;
    for (let i = 0; i < found; i++) touched ^= words[at[i]! * 2]!;
    this.touched = touched;
  }
}
