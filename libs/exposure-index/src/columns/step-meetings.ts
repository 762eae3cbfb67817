import { EntryBatch } from './entry-batch.js';
import type { LastingStays, LongStays } from './lasting-stays.js';
import { overlongEnd } from './packed-stays.js';
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
    /** By so much presence lasts beyond the stays of the leading segment. */
    private readonly lag: number,
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
      else batch.during(part.segment, part.leading.minStart + least, part.leading.maxEnd + this.lag);
      this.meetChosen(part, numbers, first);
    }
  }

  /** Everything in its own variables: it is where the time goes. */
  private meetChosen(part: PartOfStep, numbers: Int32Array, first: number): void {
    const { segment, removed, unsure, alike } = part;
    const { words, minStart, form } = segment.entries;
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
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
      const slot = alike ? word & keyMask : part.leadingSlot(word & keyMask);
      if (slot < 0) continue;
      const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
      const lasts = (length === overlong ? overlongEnd(segment.entries, entry) : begins + length) - least;
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
  meetLasting(part: PartOfStep, { from, stays }: LastingStays, numbers: Int32Array): void {
    const { alike, segment } = part;
    const { least } = this;
    const { spans } = this.places;
    const { people } = segment;
    for (let i = 0; i < numbers.length; i++) {
      const person = people.find(numbers[i]!);
      if (person < 0) continue;
      const last = from[person + 1]!;
      for (let at = from[person]!; at < last; at++) {
        const slot = alike ? stays[at * 2]! : part.leadingSlot(stays[at * 2]!);
        const ends = stays[at * 2 + 1]!;
        if (slot >= 0 && spans[slot * 2]! <= ends - least) this.meetOne(part, numbers[i]!, slot, ends);
      }
    }
  }

  /** The same of anybody's stays of long ago. */
  meetLong(part: PartOfStep, { numbers, slots, ends }: LongStays): void {
    for (let i = 0; i < numbers.length; i++) {
      const slot = part.leadingSlot(slots[i]!);
      if (slot >= 0) this.meetOne(part, numbers[i]!, slot, ends[i]!);
    }
  }

  private meetOne({ segment }: PartOfStep, number: number, slot: number, ends: number): void {
    const { earliest, canonical } = this;
    const who = canonical === null ? number : canonical[number]!;
    const moment = this.places.momentAt(slot, segment.lastStart, ends - this.least);
    if (moment < earliest[who]!) earliest[who] = moment;
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
    const { words, form } = segment.entries;
    const { batch, least } = this;
    for (let first = 0; first < numbers.length; first += batch.count) {
      batch.begin(segment, numbers, first);
      if (alike) batch.at(segment, null, least);
      else batch.during(segment, part.leading.minStart + least, part.leading.maxEnd + this.lag);
      for (let i = 0; i < batch.chosenCount; i++) {
        const own = words[batch.chosen[i]! * 2]! & form.keyMask;
        const slot = alike ? own : part.leadingSlot(own);
        if (slot >= 0) marks[slot >> 5]! |= 1 << (slot & 31);
      }
    }
  }

  markLasting(part: PartOfStep, { from, stays }: LastingStays, numbers: Int32Array, marks: Uint32Array): void {
    const { people } = part.segment;
    for (let i = 0; i < numbers.length; i++) {
      const person = people.find(numbers[i]!);
      if (person < 0) continue;
      for (let at = from[person]!; at < from[person + 1]!; at++) this.markOne(part, stays[at * 2]!, stays[at * 2 + 1]!, marks);
    }
  }

  markLong(part: PartOfStep, { slots, ends }: LongStays, marks: Uint32Array): void {
    for (let i = 0; i < slots.length; i++) this.markOne(part, slots[i]!, ends[i]!, marks);
  }

  private markOne(part: PartOfStep, own: number, ends: number, marks: Uint32Array): void {
    const slot = part.leadingSlot(own);
    if (slot >= 0 && ends - this.least >= part.leading.minStart) marks[slot >> 5]! |= 1 << (slot & 31);
  }
}
