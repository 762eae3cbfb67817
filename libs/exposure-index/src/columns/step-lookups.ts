import type { ExposureColumns } from './exposure-columns.js';
import type { LongStays } from './lasting-stays.js';
import type { Middles } from './middles.js';
import { endAt, firstStartingAt, keyAt, startAt } from './packed-stays.js';
import type { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import { LATE, type PlacePresence } from './place-presence.js';
import { type Segment, surestEnd, surestStart, unsureAt } from './segment.js';

/**
 * Whom the middles meet, where few are left to be met: about the time of each stay of theirs the rows of its place are looked through for
 * people in the middle, up to the first presence that cannot be earlier.
 */
export class StepLookups {
  private readonly least: number;
  /** How much longer than a stay its presence lasts. */
  private readonly longer: number;
  private readonly sure: boolean;
  private readonly canonical: Int32Array | null;
  private parts: readonly PartOfStep[] = [];

  constructor(
    private readonly index: ExposureColumns,
    private readonly middles: Middles,
    rule: OverlapRule,
    /** Presence of long ago. */
    private readonly places: PlacePresence,
    private readonly earliest: Int32Array,
  ) {
    this.least = Math.max(1, rule.minSeconds);
    this.longer = rule.lagSeconds - this.least;
    this.sure = rule.bounds === 'surest';
    this.canonical = index.same.any ? index.same.canonical : null;
  }

  meet(parts: readonly PartOfStep[], numbers: Int32Array): void {
    this.parts = parts;
    for (const part of parts)
      if (part.long !== null) this.meetLong(part, part.long);
      else for (let i = 0; i < numbers.length; i++) this.meetOne(part, numbers[i]!);
  }

  private meetLong(part: PartOfStep, { numbers, slots, ends }: LongStays): void {
    for (let i = 0; i < numbers.length; i++) this.hold(numbers[i]!, part.leadingSlot(slots[i]!), part.segment.lastStart, ends[i]!);
  }

  private meetOne(part: PartOfStep, number: number): void {
    const { segment, lasting, removed, unsure } = part;
    const person = segment.people.find(number);
    if (person < 0) return;
    if (lasting !== null) {
      const { from, stays } = lasting;
      for (let i = from[person]!; i < from[person + 1]!; i++)
        this.hold(number, part.leadingSlot(stays[i * 2]!), segment.lastStart, stays[i * 2 + 1]!);
      return;
    }
    const last = segment.entriesFrom[person + 1]!;
    for (let entry = segment.entriesFrom[person]!; entry < last; entry++) {
      if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
      const slot = part.leadingSlot(keyAt(segment.entries, entry));
      const at = unsureAt(unsure, entry);
      if (at < 0) this.hold(number, slot, startAt(segment.entries, entry), endAt(segment.entries, entry));
      else this.hold(number, slot, unsure!.startLatest[at]!, unsure!.endEarliest[at]!);
    }
  }

  /** A stay against all presence at its place. */
  private hold(number: number, slot: number, begins: number, ends: number): void {
    const { earliest, canonical, parts } = this;
    const lasts = ends - this.least;
    const who = canonical === null ? number : canonical[number]!;
    if (slot < 0 || lasts < begins) return;
    const { leading } = parts[0]!;
    let moment = Math.min(earliest[who]!, this.places.momentAt(slot, begins, lasts));
    const from = begins > leading.minStart ? begins : leading.minStart;
    for (let p = parts.length - 1; p >= 0 && moment > from && from <= lasts; p--) {
      const part = parts[p]!;
      if (part.long !== null) continue;
      const own = part.segment === leading ? slot : part.segment.places.find(leading.places.numberAt(slot));
      if (own >= 0) moment = this.momentIn(part.segment, own, from, lasts, moment);
    }
    if (moment < earliest[who]!) earliest[who] = moment;
  }

  /** The first moment from `from` on at which the rows of a place have presence, if it is not after `lasts` and before `moment`. */
  private momentIn(segment: Segment, slot: number, from: number, lasts: number, moment: number): number {
    const { cellsFrom, rowsFrom, longest, rows } = segment;
    const { windows } = this.middles;
    const { longer } = this;
    let first = moment;
    for (let cell = cellsFrom[slot]!; cell < cellsFrom[slot + 1]!; cell++) {
      const before = longest[cell]! + longer;
      if (before < 0) continue;
      const last = rowsFrom[cell + 1]!;
      for (let row = firstStartingAt(rows, rowsFrom[cell]!, last, from - before); row < last && startAt(rows, row) <= lasts; row++) {
        const ends = endAt(rows, row);
        // Whoever is not in the middle is so from after all rows.
        if (ends + longer < from || windows[keyAt(rows, row) * 2]! > ends) continue;
        const at = this.presenceOf(segment, row, from);
        if (at > lasts || at >= first) continue;
        first = at;
        if (first <= from) return first;
      }
    }
    return first;
  }

  /** The first moment from `from` on at which a row of somebody in the middle has presence. */
  private presenceOf(segment: Segment, row: number, from: number): number {
    if (this.index.anyRemoved && this.index.isRemoved(segment.ordinal[row]!)) return LATE;
    const number = keyAt(segment.rows, row);
    const begins = this.sure ? surestStart(segment, row) : startAt(segment.rows, row);
    const ends = this.sure ? surestEnd(segment, row) : endAt(segment.rows, row);
    const { windows, more } = this.middles;
    let first = this.cut(begins, ends, windows[number * 2]!, windows[number * 2 + 1]!, from);
    if (more !== null)
      for (const [opens, closes] of more.get(number) ?? []) first = Math.min(first, this.cut(begins, ends, opens, closes, from));
    return first;
  }

  private cut(begins: number, ends: number, opens: number, closes: number, from: number): number {
    const first = begins > opens ? begins : opens;
    const until = ends < closes ? ends : closes;
    const last = until + this.longer;
    if (last < first || last < from) return LATE;
    // With a lag, a stay of no length counts within the window, not at its end.
    return first < until || (begins === ends && first === until && until < closes) ? Math.max(first, from) : LATE;
  }
}
