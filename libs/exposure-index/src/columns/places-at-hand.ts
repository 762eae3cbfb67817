import type { Segment } from './segment.js';

/**
 * Reads of many places where their rows lie, and the first of them, with nothing decided meanwhile: so the processor waits for all of them
 * together, and whoever then looks at the rows finds them at hand.
 */
export class PlacesAtHand {
  /** Slots of places, for `bring`; those that are below 0 or beyond the segment's are left out. */
  readonly slots: Int32Array;
  private readonly at: Int32Array;
  /** Kept, so that what was read counts as used. */
  private touched = 0;

  constructor(readonly most: number) {
    this.slots = new Int32Array(most);
    this.at = new Int32Array(most);
  }

  bring({ places, cellsFrom, rowsFrom, longest, rows: { words } }: Segment, count: number): void {
    const { slots, at } = this;
    let found = 0;
    for (let i = 0; i < count; i++) {
      const slot = slots[i]!;
      at[found] = cellsFrom[slot < 0 ? 0 : slot]!;
      if (slot >= 0 && slot < places.size && at[found]! < longest.length) found++;
    }
    let { touched } = this;
    for (let i = 0; i < found; i++) {
      touched ^= longest[at[i]!]!;
      at[i] = rowsFrom[at[i]!]! * 2;
    }
    for (let i = 0; i < found; i++) touched ^= words[at[i]!]!;
    this.touched = touched;
  }
}
