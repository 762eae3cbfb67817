import { endOfEntry, overlongEnd, slotOfEntry, startOfEntry } from './entries.js';
import type { Middles } from './middles.js';
import type { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import type { PlacePresence } from './place-presence.js';
import { unsureAt } from './segment.js';

/** Presence of people in the middle: each stay cut to its window, extended by the lag, shortened by the least overlap. */
export class StepPresence {
  /** How much longer than the stay itself its presence lasts; mostly negative. */
  private readonly longer: number;

  constructor(
    private readonly middles: Middles,
    rule: OverlapRule,
    least: number,
    private readonly places: PlacePresence,
  ) {
    this.longer = rule.lagSeconds - least;
  }

  /**
   * Of a part of a step the entries of people in the middle; where `only` has bits, at places whose bit is set. Everything in its own
   * variables: it is where the time goes.
   */
  put(part: PartOfStep, numbers: Int32Array, only: Uint32Array | null): void {
    const { segment, leading, lasting, removed, unsure, alike } = part;
    const { people, entriesFrom, placeWords, timeWords, minStart, form } = segment;
    const { slotBits, startBits, lowBits, overlong } = form;
    const [slotMask, startMask] = [2 ** slotBits - 1, 2 ** startBits - 1];
    const { longer, places } = this;
    const { since, until, more } = this.middles;
    const isPlain = unsure === null && more === null;
    const from = leading.minStart;
    const latest = leading.maxEnd;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const person = people.find(number);
      if (person < 0) continue;
      const last = entriesFrom[person + 1]!;
      const opens = since[number]!;
      const closes = until[number]!;
      for (let entry = entriesFrom[person]!; entry < last; entry++) {
        if (lasting !== null && (lasting[entry >> 5]! & (1 << (entry & 31))) === 0) continue;
        const word = placeWords[entry]!;
        let slot = word & slotMask;
        if (!alike) {
          slot = part.leadingSlot(slot);
          if (slot < 0) continue;
        }
        if (only !== null && (only[slot >> 5]! & (1 << (slot & 31))) === 0) continue;
        const time = timeWords[entry]!;
        const begins = (time & startMask) + minStart;
        if (begins > latest) break;
        const length = (time >>> startBits) | ((word >>> slotBits) << lowBits);
        const ends = length === overlong ? overlongEnd(segment, entry) : begins + length;
        if (ends < opens || ends + longer < from) continue;
        if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
        if (!isPlain) {
          this.putSlowly(part, slot, number, entry, begins, ends);
          continue;
        }
        const first = begins > opens ? begins : opens;
        const until = ends < closes ? ends : closes;
        const lasts = until + longer;
        if (lasts < first || lasts < from) continue;
        // With a lag, a stay of no length counts within the window, not at its end.
        if (first < until || (begins === ends && first === until && until < closes)) places.put(slot, first > from ? first : from, lasts);
      }
    }
  }

  /** Of the long entries of a segment of long ago those of people in the middle. */
  putLong(part: PartOfStep, only: Uint32Array | null): void {
    const { segment, leading, long, removed } = part;
    const { since } = this.middles;
    if (long === null) return;
    for (let i = 0; i < long.long.length; i++) {
      const number = long.longOf[i]!;
      if (since[number]! > leading.maxEnd) continue;
      const entry = long.long[i]!;
      const ends = endOfEntry(segment, entry);
      if (ends < since[number]! || ends + this.longer < leading.minStart) continue;
      const slot = part.leadingSlot(slotOfEntry(segment, entry));
      if (slot < 0 || (only !== null && (only[slot >> 5]! & (1 << (slot & 31))) === 0)) continue;
      if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
      this.putSlowly(part, slot, number, entry, startOfEntry(segment, entry), ends);
    }
  }

  private putSlowly({ unsure, leading }: PartOfStep, slot: number, number: number, entry: number, begins: number, ends: number): void {
    const at = unsureAt(unsure, entry);
    const [surelyFrom, surelyTo] = at < 0 ? [begins, ends] : [unsure!.startLatest[at]!, unsure!.endEarliest[at]!];
    const { since, until, more } = this.middles;
    this.cut(leading.minStart, slot, surelyFrom, surelyTo, since[number]!, until[number]!);
    if (more !== null)
      for (const [from, to] of more.get(number) ?? []) this.cut(leading.minStart, slot, surelyFrom, surelyTo, from, to);
  }

  private cut(earliest: number, slot: number, begins: number, ends: number, from: number, to: number): void {
    const first = begins > from ? begins : from;
    const until = ends < to ? ends : to;
    const last = until + this.longer;
    if (last < first || last < earliest) return;
    if (first < until || (begins === ends && first === until && until < to)) this.places.put(slot, first > earliest ? first : earliest, last);
  }
}
