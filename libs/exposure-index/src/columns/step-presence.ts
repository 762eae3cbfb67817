import { EntryBatch } from './entry-batch.js';
import type { LastingStays, LongStays } from './lasting-stays.js';
import type { Middles } from './middles.js';
import { overlongEnd } from './packed-stays.js';
import type { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import type { PlacePresence } from './place-presence.js';
import { unsureAt } from './segment.js';

/**
 * Presence of people in the middle: each stay cut to its window, extended by the lag, shortened by the least overlap. `only`: bits of the
 * places that matter; null: all do.
 */
export class StepPresence {
  /** How much longer than the stay itself its presence lasts; mostly negative. */
  private readonly longer: number;
  private readonly batch = new EntryBatch();

  constructor(
    private readonly middles: Middles,
    rule: OverlapRule,
    least: number,
    private readonly places: PlacePresence,
  ) {
    this.longer = rule.lagSeconds - least;
  }

  /** Of entries of people in the middle, by their numbers in order. */
  put(part: PartOfStep, numbers: Int32Array, only: Uint32Array | null): void {
    const { segment, alike } = part;
    const { batch } = this;
    for (let first = 0; first < numbers.length; first += batch.count) {
      batch.begin(segment, numbers, first);
      if (alike) batch.at(segment, only, -this.longer);
      else batch.during(segment, part.leading.minStart - this.longer, part.leading.maxEnd);
      this.putChosen(part, numbers, first, only);
    }
  }

  /** Everything in its own variables: it is where the time goes. */
  private putChosen(part: PartOfStep, numbers: Int32Array, firstNumber: number, only: Uint32Array | null): void {
    const { segment, leading, removed, unsure, alike } = part;
    const { words, minStart, form } = segment.entries;
    const { keyBits, keyMask, startBits, startMask, lowBits, overlong } = form;
    const { longer, places } = this;
    const { windows, more } = this.middles;
    const { chosen, chosenCount, to } = this.batch;
    const isPlain = unsure === null && more === null;
    const earliest = leading.minStart;
    for (let i = 0, who = 0; i < chosenCount; i++) {
      const entry = chosen[i]!;
      while (entry >= to[who]!) who++;
      const number = numbers[firstNumber + who]!;
      const word = words[entry * 2]!;
      const time = words[entry * 2 + 1]!;
      const begins = (time & startMask) + minStart;
      const length = (time >>> startBits) | ((word >>> keyBits) << lowBits);
      const ends = length === overlong ? overlongEnd(segment.entries, entry) : begins + length;
      const opens = windows[number * 2]!;
      if (ends < opens || ends + longer < earliest || begins > leading.maxEnd) continue;
      let slot = word & keyMask;
      if (!alike) {
        slot = part.leadingSlot(slot);
        if (slot < 0 || (only !== null && (only[slot >> 5]! & (1 << (slot & 31))) === 0)) continue;
      }
      if (removed !== null && (removed[entry >> 5]! & (1 << (entry & 31))) !== 0) continue;
      if (!isPlain) {
        this.putSlowly(part, slot, number, entry, begins, ends);
        continue;
      }
      const closes = windows[number * 2 + 1]!;
      const first = begins > opens ? begins : opens;
      const last = ends < closes ? ends : closes;
      if (last + longer < first || last + longer < earliest) continue;
      // With a lag, a stay of no length counts within the window, not at its end.
      if (first < last || (begins === ends && first === last && last < closes))
        places.put(slot, first > earliest ? first : earliest, last + longer);
    }
  }

  /** The same of stays that began before. */
  putLasting(part: PartOfStep, { from, stays }: LastingStays, numbers: Int32Array, only: Uint32Array | null): void {
    const { people } = part.segment;
    for (let i = 0; i < numbers.length; i++) {
      const person = people.find(numbers[i]!);
      if (person < 0) continue;
      const last = from[person + 1]!;
      for (let at = from[person]!; at < last; at++) this.putOne(part, numbers[i]!, stays[at * 2]!, stays[at * 2 + 1]!, only);
    }
  }

  /** The same of anybody's stays of long ago. */
  putLong(part: PartOfStep, { numbers, slots, ends }: LongStays, only: Uint32Array | null): void {
    for (let i = 0; i < numbers.length; i++) this.putOne(part, numbers[i]!, slots[i]!, ends[i]!, only);
  }

  private putOne(part: PartOfStep, number: number, own: number, ends: number, only: Uint32Array | null): void {
    const { leading, segment } = part;
    const { windows, more } = this.middles;
    // Whoever is not in the middle is so from after all stays.
    if (windows[number * 2]! > ends || ends + this.longer < leading.minStart) return;
    const slot = part.alike ? own : part.leadingSlot(own);
    if (slot < 0 || (only !== null && (only[slot >> 5]! & (1 << (slot & 31))) === 0)) return;
    this.cut(leading.minStart, slot, segment.lastStart, ends, windows[number * 2]!, windows[number * 2 + 1]!);
    if (more !== null) for (const [from, to] of more.get(number) ?? []) this.cut(leading.minStart, slot, segment.lastStart, ends, from, to);
  }

  private putSlowly({ unsure, leading }: PartOfStep, slot: number, number: number, entry: number, begins: number, ends: number): void {
    const at = unsureAt(unsure, entry);
    const [surelyFrom, surelyTo] = at < 0 ? [begins, ends] : [unsure!.startLatest[at]!, unsure!.endEarliest[at]!];
    const { windows, more } = this.middles;
    this.cut(leading.minStart, slot, surelyFrom, surelyTo, windows[number * 2]!, windows[number * 2 + 1]!);
    if (more !== null) for (const [from, to] of more.get(number) ?? []) this.cut(leading.minStart, slot, surelyFrom, surelyTo, from, to);
  }

  private cut(earliest: number, slot: number, begins: number, ends: number, from: number, to: number): void {
    const first = begins > from ? begins : from;
    const until = ends < to ? ends : to;
    const last = until + this.longer;
    if (last < first || last < earliest) return;
    if (first < until || (begins === ends && first === until && until < to))
      this.places.put(slot, first > earliest ? first : earliest, last);
  }
}
