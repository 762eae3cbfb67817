import type { ExposureColumns } from './exposure-columns.js';
import { ALWAYS, IslandMeetings, MIDDLE, UNMET } from './island-meetings.js';
import { Islands } from './islands.js';
import { type Middles, NEVER, Presence } from './middles.js';
import { PartOfStep } from './part-of-step.js';
import type { OverlapRule } from './pieces.js';
import { PlaceLists } from './place-lists.js';
import { firstAtLeast, type Segment } from './segment.js';
import { GrowingColumns } from './stay-columns.js';

/** Up to these shares of all people it is quicker to go from their rows to their places than to look at every place. */
const FEW = {
  middles: 0.04,
  unmet: 0.04,
  /** When a place has so many rows for each stay that is looked at, it is quicker to look only at those about its time. */
  rows: 32,
};
/** A window's end that no row reaches: that of a window without end. */
const FOREVER = 2 ** 30;

/**
 * Whom the middles meet, and when first. Goes through the segments in the order of their beginnings. In each step, place by place, the
 * presence in the segment and what of earlier presence lasts into it is united and held against the stays in the segment and those that
 * last into it. No meeting of a step is before the segment's beginning, so whoever was met before then is left out from then on: there
 * are soon few people to look for, as there are few in the middle at first.
 */
export class Spread {
  private readonly segments: readonly Segment[];
  private readonly islands = new Islands();
  private readonly least: number;
  private readonly presence: Presence;
  /** The same, but kept by its slot until all of a step is found. */
  private readonly listing: Presence;
  private readonly lists = new PlaceLists();
  /** Of the row that is looked at, and when the next step begins. */
  private slot = 0;
  private place = 0;
  private next = 0;
  /** Place, start and end of presence in former segments that lasts into this step. */
  private readonly carried = new GrowingColumns(3);
  /** What a step is about: its own segment first, then former ones; those of long ago only where `longAgo` lists rows of theirs. */
  private near: readonly PartOfStep[] = [];
  private all: readonly PartOfStep[] = [];
  private readonly longAgo = new PlaceLists();
  private readonly single = new Int32Array(1);
  private readonly meetings: IslandMeetings;
  private readonly state: Uint8Array;
  /** Numbers in the middle whose time has not come, and those whose time has. */
  private waiting: Int32Array;
  private readonly active: Int32Array;
  private activeCount = 0;
  /** Numbers of those who were not met before the step. */
  private unmet: Int32Array;

  constructor(
    private readonly index: ExposureColumns,
    private readonly middles: Middles,
    private readonly rule: OverlapRule,
    private readonly earliest: Int32Array,
    private readonly few = FEW,
  ) {
    const least = Math.max(1, rule.minSeconds);
    this.least = least;
    this.segments = [...index.segments()].sort((one, other) => one.minStart - other.minStart);
    this.state = new Uint8Array(earliest.length).fill(UNMET);
    this.presence = new Presence(index, middles, rule, least, this.islands);
    const sink = { put: (from: number, to: number) => this.list(from, to) };
    this.listing = new Presence(index, middles, rule, least, sink);
    this.meetings = new IslandMeetings(index, this.islands, least, rule.bounds === 'surest', earliest);
    this.waiting = middles.numbers.slice();
    this.active = new Int32Array(middles.numbers.length);
    this.unmet = new Int32Array(earliest.length);
    for (let number = 0; number < earliest.length; number++) this.unmet[number] = number;
  }

  run(): void {
    for (const [at, segment] of this.segments.entries()) {
      if (segment.maxEnd < this.middles.earliest) continue;
      this.forgetMet(segment.minStart);
      if (this.unmet.length === 0) return;
      this.activate(segment);
      this.step(segment, this.segments.slice(0, at), this.segments[at + 1]?.minStart ?? NEVER);
    }
  }

  private forgetMet(before: number): void {
    const { unmet, earliest, state } = this;
    const canonical = this.index.same.any ? this.index.same.canonical : null;
    let count = 0;
    for (let i = 0; i < unmet.length; i++) {
      const number = unmet[i]!;
      if (earliest[canonical === null ? number : canonical[number]!]! > before) unmet[count++] = number;
      else if (state[number] === UNMET) state[number] = 0;
    }
    this.unmet = unmet.subarray(0, count);
  }

  private activate({ minStart, maxEnd }: Segment): void {
    const { waiting, active, state } = this;
    const { since } = this.middles;
    let count = 0;
    for (let i = 0; i < waiting.length; i++) {
      const number = waiting[i]!;
      if (since[number]! > maxEnd) waiting[count++] = number;
      else {
        state[number] = MIDDLE;
        active[this.activeCount++] = number;
      }
    }
    this.waiting = waiting.subarray(0, count);
    if (this.presence.plain) this.tellAlways(minStart);
  }

  private tellAlways(from: number): void {
    const { active, activeCount, state } = this;
    const { since, until } = this.middles;
    for (let i = 0; i < activeCount; i++) {
      const number = active[i]!;
      if (state[number] === MIDDLE && since[number]! <= from && until[number]! >= FOREVER) state[number] = MIDDLE | ALWAYS;
    }
  }

  private step(segment: Segment, before: readonly Segment[], next: number): void {
    const { minStart, places } = segment;
    const reach = minStart - this.rule.lagSeconds;
    const former = before.filter(({ maxEnd }) => maxEnd >= reach).map((one) => new PartOfStep(one, segment, reach));
    const long = former.filter(({ isLong }) => isLong);
    this.near = [new PartOfStep(segment, segment, reach), ...former.filter(({ isLong }) => !isLong)];
    this.all = [...this.near, ...long];
    this.longAgo.begin(places.size);
    for (const [i, part] of long.entries()) part.eachRow((slot, row) => this.longAgo.put(slot, this.near.length + i, row));
    this.presence.from = minStart;
    this.listing.from = minStart;
    const active = this.active.subarray(0, this.activeCount);
    const everybody = this.earliest.length;
    if (active.length <= this.few.middles * everybody) this.fromMiddles(segment, active, next);
    else if (this.unmet.length <= this.few.unmet * everybody) this.fromUnmet(segment);
    else for (let slot = 0; slot < places.size; slot++) this.whereBothAre(this.partsAt(slot), slot);
  }

  /** Goes only to places at which somebody in the middle is present. Presence that lasts into the next step is kept for it. */
  private fromMiddles(segment: Segment, active: Int32Array, next: number): void {
    const { places, people, entriesFrom, rowsOf, placesOf, end } = segment;
    const { lists, presence } = this;
    const { since } = this.middles;
    lists.begin(places.size);
    this.next = next;
    this.listCarried(segment);
    for (let i = 0; i < active.length; i++) {
      const number = active[i]!;
      const person = people.find(number);
      if (person < 0) continue;
      const leastEnd = Math.max(since[number]!, presence.from) - presence.longer;
      const last = entriesFrom[person + 1]!;
      for (let entry = entriesFrom[person]!; entry < last; entry++) {
        const row = rowsOf[entry]!;
        if (end[row]! < leastEnd) continue;
        this.place = placesOf[entry]!;
        this.slot = places.find(this.place);
        this.listing.put(segment, row, number);
      }
    }
    for (let slot = 0; slot < places.size; slot++) if (lists.last[slot]! >= 0) this.whereMiddlesAre(this.near, slot);
  }

  private list(from: number, to: number): void {
    this.lists.put(this.slot, from, to);
    if (to >= this.next) this.carried.push(this.place, from, to);
  }

  private listCarried({ places, minStart }: Segment): void {
    const { lists, carried, next } = this;
    const [place, from, to] = carried.columns as [Int32Array, Int32Array, Int32Array];
    const { length } = carried;
    carried.length = 0;
    for (let i = 0; i < length; i++) {
      if (to[i]! < minStart) continue;
      const slot = places.find(place[i]!);
      if (slot >= 0) lists.put(slot, from[i]! > minStart ? from[i]! : minStart, to[i]!);
      if (to[i]! >= next) carried.push(place[i]!, from[i]!, to[i]!);
    }
  }

  private whereMiddlesAre(parts: readonly PartOfStep[], slot: number): void {
    const { last, before, one, other } = this.lists;
    for (let i = last[slot]!; i >= 0; i = before[i]!) this.islands.put(one[i]!, other[i]!);
    this.islands.unite();
    this.meetings.atPlace(parts[0]!.segment, slot);
    for (let p = 1; p < parts.length; p++) {
      const part = parts[p]!;
      if (this.islands.from[0]! > part.segment.maxEnd) continue;
      part.moveTo(slot);
      this.meetings.inRows(part.segment, part.rows, part.begin, part.end);
    }
    const { longAgo, single } = this;
    for (let i = longAgo.last[slot]!; i >= 0; i = longAgo.before[i]!) {
      single[0] = longAgo.other[i]!;
      this.meetings.inRows(this.all[longAgo.one[i]!]!.segment, single, 0, 1);
    }
  }

  /** Goes only to places at which somebody was who is unmet. */
  private fromUnmet(leading: Segment): void {
    const { lists, unmet, near, all, state, longAgo } = this;
    lists.begin(leading.places.size);
    for (let p = 0; p < near.length; p++) {
      const { people, entriesFrom, rowsOf, placesOf } = near[p]!.segment;
      for (let i = 0; i < unmet.length; i++) {
        const person = people.find(unmet[i]!);
        if (person < 0) continue;
        const last = entriesFrom[person + 1]!;
        for (let entry = entriesFrom[person]!; entry < last; entry++) {
          const slot = leading.places.find(placesOf[entry]!);
          if (slot >= 0) lists.put(slot, p, rowsOf[entry]!);
        }
      }
    }
    for (let slot = 0; slot < leading.places.size; slot++)
      for (let i = longAgo.last[slot]!; i >= 0; i = longAgo.before[i]!) {
        const [p, row] = [longAgo.one[i]!, longAgo.other[i]!];
        if (state[all[p]!.segment.person[row]!] === UNMET) lists.put(slot, p, row);
      }
    for (let slot = 0; slot < leading.places.size; slot++) if (lists.last[slot]! >= 0) this.whereUnmetAre(this.partsAt(slot), slot);
  }

  private partsAt(slot: number): readonly PartOfStep[] {
    return this.longAgo.last[slot]! >= 0 ? this.all : this.near;
  }

  private whereUnmetAre(parts: readonly PartOfStep[], slot: number): void {
    const { last, before, one, other } = this.lists;
    let [count, rows] = [0, 0];
    for (let p = 0; p < parts.length; p++) {
      parts[p]!.moveTo(slot);
      rows += parts[p]!.end - parts[p]!.begin;
    }
    for (let i = last[slot]!; i >= 0; i = before[i]!) {
      parts[one[i]!]!.keep(other[i]!);
      count++;
    }
    if (count * this.few.rows < rows) {
      for (let p = 0; p < parts.length; p++) for (let i = 0; i < parts[p]!.keptCount; i++) this.oneByOne(parts, parts[p]!, i);
      return;
    }
    for (let p = 0; p < parts.length; p++) this.presenceIn(parts[p]!);
    this.meetKept(parts);
  }

  /** Holds one stay against the presence about its time. */
  private oneByOne(parts: readonly PartOfStep[], { segment, kept }: PartOfStep, i: number): void {
    const row = kept[i]!;
    const begins = segment.start[row]!;
    const lasts = segment.end[row]! - this.least;
    const who = this.index.same.canonical[segment.person[row]!]!;
    if (lasts < begins || this.earliest[who]! <= begins) return;
    for (let p = 0; p < parts.length; p++) if (this.presenceNear(parts[p]!, begins, lasts)) break;
    if (this.islands.isEmpty) return;
    this.islands.unite();
    this.meetings.inRows(segment, kept, i, i + 1);
  }

  /** True: there is presence at `begins`, so no earlier meeting can be found. */
  private presenceNear(part: PartOfStep, begins: number, lasts: number): boolean {
    if (part.rows !== null) {
      this.presenceIn(part);
      return false;
    }
    const { state, presence, islands } = this;
    const { start, person, longest, rowsFrom } = part.segment;
    for (let cell = part.firstCell; cell < part.lastCell; cell++) {
      const before = longest[cell]! + presence.longer;
      if (before < 0) continue;
      const end = rowsFrom[cell + 1]!;
      for (let row = firstAtLeast(start, rowsFrom[cell]!, end, begins - before); row < end && start[row]! <= lasts; row++) {
        if ((state[person[row]!]! & MIDDLE) === 0) continue;
        this.put(part.segment, row);
        if (presence.plain && islands.hasNow(begins)) return true;
      }
    }
    return false;
  }

  /** At any place. */
  private whereBothAre(parts: readonly PartOfStep[], slot: number): void {
    let here = 0;
    for (let p = 0; p < parts.length; p++) {
      parts[p]!.moveTo(slot);
      here |= parts[p]!.statesHere(this.state);
    }
    if ((here & UNMET) === 0 || (here & MIDDLE) === 0) return;
    for (let p = 0; p < parts.length; p++) this.sort(parts[p]!);
    this.meetKept(parts);
  }

  private meetKept(parts: readonly PartOfStep[]): void {
    if (this.islands.isEmpty) return;
    this.islands.unite();
    for (let p = 0; p < parts.length; p++) this.meetings.inRows(parts[p]!.segment, parts[p]!.kept, 0, parts[p]!.keptCount);
  }

  private put(segment: Segment, row: number): void {
    const who = segment.person[row]!;
    if ((this.state[who]! & ALWAYS) !== 0) this.presence.putWhole(segment.start[row]!, segment.end[row]!);
    else this.presence.put(segment, row, who);
  }

  /** The presence at a place. */
  private presenceIn(part: PartOfStep): void {
    const { segment, rows, begin, end } = part;
    const { person } = segment;
    const { state } = this;
    for (let i = begin; i < end; i++) {
      const row = rows === null ? i : rows[i]!;
      if ((state[person[row]!]! & MIDDLE) !== 0) this.put(segment, row);
    }
  }

  /** The presence at a place; the rows of whoever is unmet are kept for later. */
  private sort(part: PartOfStep): void {
    const { state } = this;
    const { segment, rows, begin, end } = part;
    const { person } = segment;
    for (let i = begin; i < end; i++) {
      const row = rows === null ? i : rows[i]!;
      const what = state[person[row]!]!;
      if (what === 0) continue;
      if (what === UNMET) part.keep(row);
      else this.put(segment, row);
    }
  }
}
