import { overlongEnd } from './entries.js';
import { EntryBatch } from './entry-batch.js';
import type { LastingStays } from './lasting-stays.js';
import type { PartOfStep } from './part-of-step.js';
import { LATE, type PlacePresence } from './place-presence.js';
import { unsureAt } from './segment.js';

/**
 * Whom presence meets, going from those who are left to be met: their entries are read one after the other, and a person's later ones are
 * not looked at once an earlier one came to a meeting.
 */
export class StepMeetings {
  private readonly batch = new EntryBatch();

  constructor(
    private readonly places: PlacePresence,
    private readonly least: number,
    /** By the numbers that stand for people. */
    private readonly earliest: Int32Array,
    /** Null: each number stands for itself. */
    private readonly canonical: Int32Array | null,
  ) {}

  /** Of entries of people by their numbers in order. */
  meet(part: PartOfStep, numbers: Int32Array): void {
    const { batch, places, least } = this;
    for (let first = 0; first < numbers.length; first += batch.count) {
      batch.begin(part.segment, numbers, first);
      if (part.alike) batch.within(part.segment, places.spans, least);
      else batch.all();
      this.meetChosen(part, numbers, first);
    }
  }

  /** Everything in its own variables: it is where the time goes. */
  private meetChosen(part: PartOfStep, numbers: Int32Array, first: number): void {
    const { segment, removed, unsure, alike } = part;
    const { words, minStart, form } = segment;
    const { slotBits, slotMask, startBits, startMask, lowBits, overlong } = form;
    const { places, least, earliest, canonical } = this;
    const { spans, last: apart } = places;
    const { chosen, chosenCount, to } = this.batch;
    for (let i = 0, position = 0; i < chosenCount; i++) {
      const entry = chosen[i]!;
      while (entry >= to[position]!) position++;
      const number = numbers[first + position]!;
      const who = canonical === null ? number : canonical[number]!;
      const time = words[entry * 2 + 1]!;
      const begins = (time & startMask) + minStart;
      if (begins >= earliest[who]!) continue;
      const word = words[entry * 2]!;
      const slot = alike ? word & slotMask : part.leadingSlot(word & slotMask);
      if (slot < 0) continue;
      const length = (time >>> startBits) | ((word >>> slotBits) << lowBits);
      const lasts = (length === overlong ? overlongEnd(segment, entry) : begins + length) - least;
      const from = spans[slot * 2]!;
      if (lasts < begins || from > lasts || spans[slot * 2 + 1]! < begins) continue;
      let moment = begins > from ? begins : from;
      if (moment >= earliest[who]!) continue;
      if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
      if (unsure !== null) moment = this.surely(part, slot, entry, begins, lasts);
      else if (apart[slot]! >= 0) moment = places.momentAt(slot, begins, lasts);
      if (moment < earliest[who]!) earliest[who] = moment;
    }
  }

  /** The same of stays that began before. */
  meetLasting(part: PartOfStep, { numbers, slots, ends }: LastingStays): void {
    const { alike, leading } = part;
    const { places, least, earliest, canonical } = this;
    const { spans } = places;
    for (let i = 0; i < numbers.length; i++) {
      const slot = alike ? slots[i]! : part.leadingSlot(slots[i]!);
      if (slot < 0 || spans[slot * 2]! > ends[i]! - least) continue;
      const who = canonical === null ? numbers[i]! : canonical[numbers[i]!]!;
      if (earliest[who]! <= leading.minStart) continue;
      const moment = places.momentAt(slot, part.segment.lastStart, ends[i]! - least);
      if (moment < earliest[who]!) earliest[who] = moment;
    }
  }

  /** When the surest bounds of an entry first meet presence. */
  private surely({ unsure }: PartOfStep, slot: number, entry: number, begins: number, lasts: number): number {
    const at = unsureAt(unsure, entry);
    if (at < 0) return this.places.momentAt(slot, begins, lasts);
    const [from, to] = [unsure!.startLatest[at]!, unsure!.endEarliest[at]! - this.least];
    return from > to ? LATE : this.places.momentAt(slot, from, to);
  }

  /** Marks the places at which people are for the least length. */
  markPlaces(part: PartOfStep, numbers: Int32Array, marks: Uint32Array): void {
    const { segment, alike } = part;
    const { words, form } = segment;
    const { batch, least } = this;
    for (let first = 0; first < numbers.length; first += batch.count) {
      batch.begin(segment, numbers, first);
      batch.at(segment, null, least);
      for (let i = 0; i < batch.chosenCount; i++) {
        const own = words[batch.chosen[i]! * 2]! & form.slotMask;
        const slot = alike ? own : part.leadingSlot(own);
        if (slot >= 0) marks[slot >> 5]! |= 1 << (slot & 31);
      }
    }
  }

  markLasting(part: PartOfStep, { numbers, slots, ends }: LastingStays, marks: Uint32Array): void {
    const { earliest, canonical, least } = this;
    const { minStart } = part.leading;
    for (let i = 0; i < numbers.length; i++) {
      if (earliest[canonical === null ? numbers[i]! : canonical[numbers[i]!]!]! <= minStart || ends[i]! - least < minStart) continue;
      const slot = part.leadingSlot(slots[i]!);
      if (slot >= 0) marks[slot >> 5]! |= 1 << (slot & 31);
    }
  }
}
