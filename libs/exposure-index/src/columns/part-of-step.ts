import type { ExposureColumns } from './exposure-columns.js';
import { type LastingStays, type LongStays, lastingOf } from './lasting-stays.js';
import type { Segment, Unsure } from './segment.js';
import { DAY } from './stay-columns.js';
import { unsureEntriesOf } from './unsure-entries.js';

/** The stays of a segment that count in a step about another one, the leading, or about itself. Places are told by the leading's slots. */
export class PartOfStep {
  /** Where all of it begins before the step, what lasts into it, and only that. */
  readonly lasting: LastingStays | null;
  /** Where all of it is of long ago, the few stays that last for days instead. Both null: all entries count. */
  readonly long: LongStays | null;
  /** A bit for each entry that was removed; null: none was. */
  readonly removed: Uint32Array | null;
  /** By entries, where the surest bounds are asked for. */
  readonly unsure: Unsure | null;
  /** Its slots are those of the leading segment. */
  readonly alike: boolean;
  /** By how much a slot of the leading segment is more; null: it has to be looked up. */
  private readonly shift: number | null;

  /** `reach`: stays that begin before then count only when they last until then. */
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
    this.removed = index.removedIn(segment);
    this.unsure = sure ? unsureEntriesOf(segment) : null;
    // The surest start of a stay may be later than all others begin.
    const isPast = segment !== leading && segment.lastStart <= reach && this.unsure === null;
    const isLongAgo = isPast && segment.lastStart + DAY <= reach;
    const found = isPast ? lastingOf(segment, this.removed) : null;
    this.lasting = found && !isLongAgo ? found.all : null;
    this.long = found && isLongAgo ? found.long : null;
  }

  /** The leading segment's slot of a place; -1: it does not have it. */
  leadingSlot(slot: number): number {
    if (this.shift === null) return this.leading.places.find(this.segment.places.numberAt(slot));
    const theirs = slot + this.shift;
    return theirs >= 0 && theirs < this.leading.places.size ? theirs : -1;
  }
}
