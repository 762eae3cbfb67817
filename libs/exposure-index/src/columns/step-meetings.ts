import { endOfEntry, overlongEnd, slotOfEntry, startOfEntry } from './entries.js';
import type { PartOfStep } from './part-of-step.js';
import { LATE, type PlacePresence } from './place-presence.js';
import { unsureAt } from './segment.js';

/**
 * Whom presence meets, going from those who are left to be met: their entries are read one after the other, and a person's later ones are
 * not looked at once an earlier one came to a meeting.
 */
export class StepMeetings {
  constructor(
    private readonly places: PlacePresence,
    private readonly least: number,
    /** By the numbers that stand for people. */
    private readonly earliest: Int32Array,
    /** Null: each number stands for itself. */
    private readonly canonical: Int32Array | null,
  ) {}

  /** Everything in its own variables: it is where the time goes. */
  meet(part: PartOfStep, numbers: Int32Array): void {
    const { segment, leading, lasting, removed, unsure, alike } = part;
    const { people, entriesFrom, placeWords, timeWords, minStart, form } = segment;
    const { slotBits, startBits, lowBits, overlong } = form;
    const [slotMask, startMask] = [2 ** slotBits - 1, 2 ** startBits - 1];
    const { places, least, earliest, canonical } = this;
    const { marks, pieces, last: chains } = places;
    const latest = leading.maxEnd;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const person = people.find(number);
      if (person < 0) continue;
      const last = entriesFrom[person + 1]!;
      const who = canonical === null ? number : canonical[number]!;
      for (let entry = entriesFrom[person]!; entry < last; entry++) {
        if (lasting !== null && (lasting[entry >> 5]! & (1 << (entry & 31))) === 0) continue;
        const word = placeWords[entry]!;
        let slot = word & slotMask;
        if (!alike) {
          slot = part.leadingSlot(slot);
          if (slot < 0) continue;
        }
        if ((marks[slot >> 5]! & (1 << (slot & 31))) === 0) continue;
        const time = timeWords[entry]!;
        const begins = (time & startMask) + minStart;
        if (begins > latest || begins >= earliest[who]!) break;
        const length = (time >>> startBits) | ((word >>> slotBits) << lowBits);
        const lasts = (length === overlong ? overlongEnd(segment, entry) : begins + length) - least;
        if (lasts < begins) continue;
        let moment = LATE;
        const from = pieces[slot * 2]!;
        if (from <= lasts && pieces[slot * 2 + 1]! >= begins) moment = begins > from ? begins : from;
        if (moment > begins && chains[slot]! >= 0) {
          const apart = places.momentApart(slot, begins, lasts);
          if (apart < moment) moment = apart;
        }
        if (moment >= earliest[who]!) continue;
        if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
        if (unsure !== null) moment = this.surely(part, slot, entry, begins, lasts);
        if (moment < earliest[who]!) earliest[who] = moment;
      }
    }
  }

  /** Of the long entries of a segment of long ago those of people who may be met earlier. */
  meetLong(part: PartOfStep): void {
    const { segment, leading, long, removed } = part;
    const { places, earliest, canonical } = this;
    if (long === null) return;
    for (let i = 0; i < long.long.length; i++) {
      const number = long.longOf[i]!;
      const who = canonical === null ? number : canonical[number]!;
      if (earliest[who]! <= leading.minStart) continue;
      const entry = long.long[i]!;
      const slot = part.leadingSlot(slotOfEntry(segment, entry));
      if (slot < 0 || !places.has(slot)) continue;
      if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
      const moment = this.surely(part, slot, entry, startOfEntry(segment, entry), endOfEntry(segment, entry) - this.least);
      if (moment < earliest[who]!) earliest[who] = moment;
    }
  }

  /** When the surest bounds of an entry first meet presence, where the surest are asked for. */
  private surely({ unsure }: PartOfStep, slot: number, entry: number, begins: number, lasts: number): number {
    const { places, least } = this;
    const at = unsureAt(unsure, entry);
    const [from, to] = at < 0 ? [begins, lasts] : [unsure!.startLatest[at]!, unsure!.endEarliest[at]! - least];
    return from > to ? LATE : Math.min(places.momentAt(slot, from, to), places.momentApart(slot, from, to));
  }

  /** Marks the places at which the people of a list are for the least length. */
  markPlaces(part: PartOfStep, numbers: Int32Array, marks: Uint32Array): void {
    const { segment, leading, lasting, alike } = part;
    const { people, entriesFrom, placeWords, timeWords, minStart, form } = segment;
    const { slotBits, startBits, lowBits, overlong } = form;
    const [slotMask, startMask] = [2 ** slotBits - 1, 2 ** startBits - 1];
    const { least, earliest, canonical } = this;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const person = people.find(number);
      if (person < 0) continue;
      const last = entriesFrom[person + 1]!;
      const until = earliest[canonical === null ? number : canonical[number]!]!;
      for (let entry = entriesFrom[person]!; entry < last; entry++) {
        if (lasting !== null && (lasting[entry >> 5]! & (1 << (entry & 31))) === 0) continue;
        const word = placeWords[entry]!;
        const time = timeWords[entry]!;
        const length = (time >>> startBits) | ((word >>> slotBits) << lowBits);
        if (length < least && length !== overlong) continue;
        const begins = (time & startMask) + minStart;
        if (begins > leading.maxEnd || begins >= until) break;
        const slot = alike ? word & slotMask : part.leadingSlot(word & slotMask);
        if (slot >= 0) marks[slot >> 5]! |= 1 << (slot & 31);
      }
    }
  }

  markLong(part: PartOfStep, marks: Uint32Array): void {
    const { segment, long, leading } = part;
    const { earliest, canonical } = this;
    if (long === null) return;
    for (let i = 0; i < long.long.length; i++) {
      const number = long.longOf[i]!;
      if (earliest[canonical === null ? number : canonical[number]!]! <= leading.minStart) continue;
      const slot = part.leadingSlot(slotOfEntry(segment, long.long[i]!));
      if (slot >= 0) marks[slot >> 5]! |= 1 << (slot & 31);
    }
  }
}
