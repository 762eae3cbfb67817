import type { ExposureColumns } from './exposure-columns.js';
import { DAY, type LastingEntries, lastingEntriesOf } from './lasting-entries.js';
import type { Segment, Unsure } from './segment.js';
import { unsureEntriesOf } from './unsure-entries.js';

/** The entries of a segment that count in a step about another one, the leading, or about itself. Places are told by the leading's slots. */
export class PartOfStep {
  /** A bit for each entry that counts; null: all do that last to when the step looks from. */
  readonly lasting: Uint32Array | null;
  /** All of it is so long ago that only its long entries count; null: it is not. */
  readonly long: LastingEntries | null;
  /** A bit for each entry that was removed; null: none was. */
  readonly removed: Uint32Array | null;
  /** By entries, where the surest bounds are asked for. */
  readonly unsure: Unsure | null;
  /** Its slots are those of the leading segment. */
  readonly alike: boolean;
  /** By how much a slot of the leading segment is more; null: it has to be looked up. */
  private readonly shift: number | null;

  /** `reach`: when all entries begin before then, only those that last until then count. */
  constructor(
    index: ExposureColumns,
    readonly segment: Segment,
    readonly leading: Segment,
    reach: number,
    sure: boolean,
  ) {
    const [mine, theirs] = [segment.places, leading.places];
    const bothWhole = mine.sorted === null && theirs.sorted === null;
    this.shift = segment === leading ? 0 : bothWhole ? mine.low - theirs.low : null;
    this.alike = this.shift === 0 && mine.size <= theirs.size;
    const isPast = segment !== leading && segment.lastStart <= reach;
    this.lasting = isPast ? lastingEntriesOf(segment).bits : null;
    this.long = isPast && segment.lastStart + DAY <= reach ? lastingEntriesOf(segment) : null;
    this.removed = index.removedIn(segment);
    this.unsure = sure ? unsureEntriesOf(segment) : null;
  }

  /** The leading segment's slot of a place; -1: it does not have it. */
  leadingSlot(slot: number): number {
    if (this.shift === null) return this.leading.places.find(this.segment.places.numberAt(slot));
    const theirs = slot + this.shift;
    return theirs >= 0 && theirs < this.leading.places.size ? theirs : -1;
  }
}
