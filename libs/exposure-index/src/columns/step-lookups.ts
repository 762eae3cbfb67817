import { EntryBatch } from './entry-batch.js';
import type { ExposureColumns } from './exposure-columns.js';
import type { LastingStays, LongStays } from './lasting-stays.js';
import type { Middles } from './middles.js';
import { endAt, firstStartingAt, keyAt, startAt } from './packed-stays.js';
import type { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import { LATE, type PlacePresence } from './place-presence.js';
import { PlacesAtHand } from './places-at-hand.js';
import { type Segment, surestEnd, surestStart, unsureAt } from './segment.js';

/** So many stays are held together; and how many values each is noted with. */
const NOTED = 256;
const NOTE = 4;

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
  private readonly batch = new EntryBatch();
  /** Stays that are held together: who, the place's slot, when it begins, when at the latest to begin together. */
  private readonly noted = new Int32Array(NOTED * NOTE);
  private notedCount = 0;
  private readonly atHand = new PlacesAtHand(NOTED);

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
      if (part.long !== null) this.noteLong(part, part.long);
      else if (part.lasting !== null) this.noteLasting(part, part.lasting, numbers);
      else this.noteEntries(part, numbers);
    this.holdNoted();
  }

  private noteLong(part: PartOfStep, { numbers, slots, ends }: LongStays): void {
    for (let i = 0; i < numbers.length; i++) this.note(numbers[i]!, part.leadingSlot(slots[i]!), part.segment.lastStart, ends[i]!);
  }

  private noteLasting(part: PartOfStep, { from, stays }: LastingStays, numbers: Int32Array): void {
    const { people, lastStart } = part.segment;
    for (let i = 0; i < numbers.length; i++) {
      const person = people.find(numbers[i]!);
      if (person < 0) continue;
      const last = from[person + 1]!;
      for (let at = from[person]!; at < last; at++) this.note(numbers[i]!, part.leadingSlot(stays[at * 2]!), lastStart, stays[at * 2 + 1]!);
    }
  }

  private noteEntries(part: PartOfStep, numbers: Int32Array): void {
    const { batch } = this;
    const { from, to } = batch;
    for (let first = 0; first < numbers.length; first += batch.count) {
      batch.begin(part.segment, numbers, first);
      for (let i = 0; i < batch.count; i++)
        for (let entry = from[i]!; entry < to[i]!; entry++) this.noteEntry(part, numbers[first + i]!, entry);
    }
  }

  private noteEntry(part: PartOfStep, number: number, entry: number): void {
    const { removed, unsure } = part;
    const { entries } = part.segment;
    if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) return;
    const at = unsureAt(unsure, entry);
    const slot = part.leadingSlot(keyAt(entries, entry));
    if (at < 0) this.note(number, slot, startAt(entries, entry), endAt(entries, entry));
    else this.note(number, slot, unsure!.startLatest[at]!, unsure!.endEarliest[at]!);
  }

  /** A stay that presence at its place is going to be held against. */
  private note(number: number, slot: number, begins: number, ends: number): void {
    const { noted, earliest, canonical } = this;
    const lasts = ends - this.least;
    const who = canonical === null ? number : canonical[number]!;
    if (slot < 0 || lasts < begins || begins >= earliest[who]!) return;
    const at = this.notedCount++ * NOTE;
    noted[at] = who;
    noted[at + 1] = slot;
    noted[at + 2] = begins;
    noted[at + 3] = lasts;
    if (at + NOTE === noted.length) this.holdNoted();
  }

  private holdNoted(): void {
    const { noted, notedCount, atHand } = this;
    for (let i = 0; i < notedCount; i++) atHand.slots[i] = noted[i * NOTE + 1]!;
    for (const part of this.parts) if (part.long === null && part.alike) atHand.bring(part.segment, notedCount);
    for (let at = 0; at < notedCount * NOTE; at += NOTE) this.hold(noted[at]!, noted[at + 1]!, noted[at + 2]!, noted[at + 3]!);
    this.notedCount = 0;
  }

  /** A stay against all presence at its place. */
  private hold(who: number, slot: number, begins: number, lasts: number): void {
    const { earliest, parts } = this;
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
    const { cellsFrom, rowsFrom, longest, rows, lastStart } = segment;
    const { windows } = this.middles;
    const { longer } = this;
    let first = moment;
    // Nothing that is later is any news.
    let until = Math.min(lasts, moment - 1);
    // Long stays first, since one of them is the likeliest to be there from the beginning.
    for (let cell = cellsFrom[slot + 1]! - 1; cell >= cellsFrom[slot]!; cell--) {
      const before = longest[cell]! + longer;
      if (before < 0 || from - before > lastStart) continue;
      const last = rowsFrom[cell + 1]!;
      for (let row = firstStartingAt(rows, rowsFrom[cell]!, last, from - before); row < last && startAt(rows, row) <= until; row++) {
        const ends = endAt(rows, row);
        // Whoever is not in the middle is so from after all rows.
        if (ends + longer < from || windows[keyAt(rows, row) * 2]! > ends) continue;
        const at = this.presenceOf(segment, row, from);
        if (at > until) continue;
        if (at <= from) return at;
        first = at;
        until = at - 1;
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
