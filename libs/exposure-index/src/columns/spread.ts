import type { Directory } from './directory.js';
import type { ExposureColumns } from './exposure-columns.js';
import { IslandMeetings } from './island-meetings.js';
import { Islands } from './islands.js';
import type { Middles } from './middles.js';
import { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import { LATE, type PlacePresence } from './place-presence.js';
import { PlacesAtHand } from './places-at-hand.js';
import { Room } from './room.js';
import type { Segment } from './segment.js';
import { StepLookups } from './step-lookups.js';
import { StepMeetings } from './step-meetings.js';
import { StepPresence } from './step-presence.js';

/** While no more than this share of those left is in the middle, it does not pay to look who was met meanwhile. */
const HARDLY_ANY = 0.01;

const FEW = {
  /** With so many stays of those left for each place that has presence, or more, it is quicker to look at the rows of those places. */
  stays: 50,
  /** Up to so many left for each in the middle it is quicker to look about the time of each stay of theirs. */
  ones: 0.12,
  /** Up to so many left for each in the middle it is quicker to find out first where they are. */
  unmet: 0.5,
  /** Up to so many places for each who is left it is quicker to look at the rows of a former segment place by place as well. */
  places: 0.02,
};

/** Looking for somebody costs as much as so many stays. */
const SEARCHED = 14;

/**
 * Whom the middles meet, and when first. Goes through the segments in the order of their beginnings. In each step the presence in the
 * segment and what of earlier presence lasts into it is put together place by place, and the stays in the segment and those that last into
 * it are held against it. No meeting of a step is before the segment's beginning, so whoever was met before then is left out from then on:
 * there are soon few people to look for, as there are few in the middle at first.
 */
export class Spread {
  private readonly segments: readonly Segment[];
  private readonly islands = new Islands();
  private readonly places: PlacePresence;
  private readonly presence: StepPresence;
  private readonly meetings: StepMeetings;
  private readonly lookups: StepLookups;
  private readonly atPlaces: IslandMeetings;
  private readonly atHand = new PlacesAtHand(64);
  private readonly canonical: Int32Array | null;
  /** Where those are who are left, a bit for each place. */
  private marks = new Uint32Array(0);
  /** Numbers in the middle by the segment that is the first they count in, `[waitingFrom[i], waitingFrom[i + 1])`; and those whose time has come. */
  private readonly waiting: Int32Array;
  private readonly waitingFrom: Int32Array;
  private readonly active: Int32Array;
  private activeCount = 0;
  /** Numbers of those who were not met before the step. */
  private unmet: Int32Array;

  constructor(
    private readonly index: ExposureColumns,
    private readonly middles: Middles,
    private readonly rule: OverlapRule,
    private readonly earliest: Int32Array,
    room = new Room(),
    private readonly few = FEW,
  ) {
    const least = Math.max(1, rule.minSeconds);
    this.canonical = index.same.any ? index.same.canonical : null;
    this.segments = [...index.segments()].sort((one, other) => one.minStart - other.minStart);
    this.places = room.places;
    this.presence = new StepPresence(middles, rule, least, this.places);
    this.meetings = new StepMeetings(this.places, least, rule.lagSeconds, earliest, this.canonical);
    this.lookups = new StepLookups(index, middles, rule, this.places, earliest);
    this.atPlaces = new IslandMeetings(index, this.islands, least, rule.bounds === 'surest', earliest);
    this.waiting = room.column('waiting', middles.numbers.length);
    this.active = room.column('active', middles.numbers.length);
    this.waitingFrom = this.wait();
    this.unmet = room.column('unmet', earliest.length);
    for (let number = 0; number < earliest.length; number++) this.unmet[number] = number;
  }

  run(): void {
    for (const [at, segment] of this.segments.entries()) {
      this.activate(at);
      if (segment.maxEnd < this.middles.earliest) continue;
      this.step(segment, this.segments.slice(0, at));
      if (this.unmet.length === 0) return;
    }
  }

  /** Puts the middles where they are waited for; in order, so that what is read of them lies one after the other. */
  private wait(): Int32Array {
    const { segments, waiting, active } = this;
    const { numbers, windows } = this.middles;
    sortAscending(numbers);
    const from = new Int32Array(segments.length + 2);
    const lasts = new Int32Array(segments.length);
    let until = -LATE;
    for (let at = 0; at < segments.length; at++) {
      until = Math.max(until, segments[at]!.maxEnd);
      lasts[at] = until;
    }
    for (let i = 0; i < numbers.length; i++) {
      active[i] = firstReaching(lasts, windows[numbers[i]! * 2]!);
      from[active[i]! + 1]!++;
    }
    for (let at = 0; at <= segments.length; at++) from[at + 1]! += from[at]!;
    const next = from.slice();
    for (let i = 0; i < numbers.length; i++) waiting[next[active[i]!]!++] = numbers[i]!;
    return from;
  }

  private activate(at: number): void {
    const { waiting, waitingFrom, active } = this;
    const end = waitingFrom[at + 1]!;
    if (waitingFrom[at] === end) return;
    const former = active.slice(0, this.activeCount);
    let [count, next] = [0, 0];
    for (let i = waitingFrom[at]!; i < end; i++) {
      const number = waiting[i]!;
      while (next < former.length && former[next]! < number) active[count++] = former[next++]!;
      active[count++] = number;
    }
    while (next < former.length) active[count++] = former[next++]!;
    this.activeCount = count;
  }

  private step(segment: Segment, before: readonly Segment[]): void {
    const { minStart, places } = segment;
    const reach = minStart - this.rule.lagSeconds;
    const sure = this.rule.bounds === 'surest';
    const partOf = (one: Segment) => new PartOfStep(this.index, one, segment, reach, sure);
    const former = before.filter(({ maxEnd }) => maxEnd >= reach).map(partOf);
    const parts = [...former, partOf(segment)];
    this.places.begin(places.size);
    if (this.activeCount > HARDLY_ANY * this.unmet.length) this.forgetMet(minStart);
    if (this.unmet.length <= this.few.ones * this.activeCount) {
      this.oneByOne(parts);
      return;
    }
    const isMarked = this.unmet.length <= this.few.unmet * this.activeCount;
    if (isMarked) this.markUnmet(parts, places.size);
    this.putPresence(parts, isMarked ? this.marks : null);
    if (this.places.used.length === 0) return;
    const forPlaces = parts.filter((part) => this.isForPlaces(part));
    if (forPlaces.length > 0) this.toPlaces(segment, forPlaces);
    this.meet(parts.filter((part) => !forPlaces.includes(part)));
  }

  /** With few left. */
  private oneByOne(parts: readonly PartOfStep[]): void {
    for (const part of parts) if (part.long !== null) this.presence.putLong(part, part.long, null);
    this.places.settle(this.islands);
    this.lookups.meet(parts, this.unmet);
  }

  private putPresence(parts: readonly PartOfStep[], only: Uint32Array | null): void {
    for (const part of parts)
      if (part.long !== null) this.presence.putLong(part, part.long, only);
      else if (part.lasting !== null) this.presence.putLasting(part, part.lasting, this.middlesIn(part), only);
      else this.presence.put(part, this.middlesIn(part), only);
    this.places.settle(this.islands);
  }

  private markUnmet(parts: readonly PartOfStep[], slots: number): void {
    const words = (slots + 31) >> 5;
    if (this.marks.length < words) this.marks = new Uint32Array(words);
    else this.marks.fill(0, 0, words);
    for (const part of parts)
      if (part.long !== null) this.meetings.markLong(part, part.long, this.marks);
      else if (part.lasting !== null) this.meetings.markLasting(part, part.lasting, this.unmetIn(part), this.marks);
      else this.meetings.markPlaces(part, this.unmetIn(part), this.marks);
  }

  /** Through the rows of the places that have presence. */
  private toPlaces(leading: Segment, parts: readonly PartOfStep[]): void {
    const { used } = this.places;
    const { slots, most } = this.atHand;
    const slotIn = (segment: Segment, slot: number): number =>
      segment === leading ? slot : segment.places.find(leading.places.numberAt(slot));
    for (let first = 0; first < used.length; first += most) {
      const count = Math.min(most, used.length - first);
      for (const { segment } of parts) {
        for (let i = 0; i < count; i++) slots[i] = slotIn(segment, used.values[first + i]!);
        this.atHand.bring(segment, count);
      }
      for (let i = 0; i < count; i++) {
        const slot = used.values[first + i]!;
        this.places.islandsAt(slot, this.islands);
        for (const { segment } of parts) {
          const own = slotIn(segment, slot);
          if (own >= 0) this.atPlaces.atPlace(segment, own);
        }
      }
    }
  }

  /** Whether it is quicker to look at a part's rows place by place than at the stays of those who are left. */
  private isForPlaces({ segment, leading, lasting, long }: PartOfStep): boolean {
    const { length } = this.places.used;
    const left = this.unmet.length;
    if (long !== null) return false;
    if (lasting !== null) return length <= this.few.places * left;
    const stays = (segment.size * left) / this.earliest.length;
    // Where people have to be searched for, or their stays about the time, it is they who cost and not their stays.
    const isPlain = segment === leading && segment.people.sorted === null;
    return length * this.few.stays <= (isPlain ? stays : SEARCHED * Math.min(left, segment.people.size));
  }

  /** Through the stays of everybody who is left. Former segments first: whoever was met at the beginning needs no further look. */
  private meet(parts: readonly PartOfStep[]): void {
    for (const part of parts)
      if (part.long !== null) this.meetings.meetLong(part, part.long);
      else if (part.lasting !== null) this.meetings.meetLasting(part, part.lasting, this.unmetIn(part));
      else this.meetings.meet(part, this.unmetIn(part));
  }

  private forgetMet(before: number): void {
    const { unmet, earliest, canonical } = this;
    let count = 0;
    for (let i = 0; i < unmet.length; i++) {
      const number = unmet[i]!;
      unmet[count] = number;
      // No branch, which could not be foreseen; to two seconds, since whoever stays costs but a look.
      count += ~((earliest[canonical === null ? number : canonical[number]!]! >> 1) - (before >> 1)) >>> 31;
    }
    this.unmet = unmet.subarray(0, count);
  }

  /** Those left who may be in a part: where few are in it, only they are looked at. */
  private unmetIn({ segment: { people }, leading }: PartOfStep): Int32Array {
    const { unmet, earliest, canonical } = this;
    if (people.size >= unmet.length) return unmet;
    return numbersOf(people, (number) => earliest[canonical === null ? number : canonical[number]!]! > leading.minStart);
  }

  private middlesIn({ segment: { people }, leading }: PartOfStep): Int32Array {
    const { windows } = this.middles;
    if (people.size >= this.activeCount) return this.active.subarray(0, this.activeCount);
    return numbersOf(people, (number) => windows[number * 2]! <= leading.maxEnd);
  }
}

/**
 * First of ascending values that is `value` or later; their number when there is none. To two seconds: it may be one that is a second before.
 * No branch, which could not be foreseen.
 */
function firstReaching(values: Int32Array, value: number): number {
  let low = 0;
  for (let left = values.length; left > 0; ) {
    const half = (left + 1) >> 1;
    low += half & (((values[low + half - 1]! >> 1) - (value >> 1)) >> 31);
    left -= half;
  }
  return low;
}

/** Mostly it is so already. */
function sortAscending(numbers: Int32Array): void {
  for (let i = 1; i < numbers.length; i++)
    if (numbers[i]! < numbers[i - 1]!) {
      numbers.sort();
      return;
    }
}

function numbersOf(people: Directory, isWanted: (number: number) => boolean): Int32Array {
  const numbers = new Int32Array(people.size);
  let count = 0;
  for (let slot = 0; slot < people.size; slot++) {
    const number = people.numberAt(slot);
    if (isWanted(number)) numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}
