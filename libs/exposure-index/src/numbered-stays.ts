import {
  type Instant,
  type Interval,
  intersect,
  type LeastMinutes,
  lengthOf,
  type Meeting,
  MINUTE,
  type Place,
  type PlaceNature,
  placeNature,
  SECOND,
  type Setting,
  type SettledStay,
  type Stay,
  settingOfStay,
  settleStay,
} from '@tracewright/epi-core';
import { ExposureColumns } from './columns/exposure-columns.js';
import { groupRows } from './columns/stay-columns.js';
import { TooManyTouches, type Touched, type TouchingSource, touching } from './columns/touching-columns.js';
import { Numbering } from './numbering.js';
import { type Related, RelatedPlaces } from './related-places.js';
import { TooManyPairs } from './touching.js';

/** Seconds a column can tell, before and after the epoch. */
const REACH = 2 ** 30 - 1;
const EVERYTHING = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, without: new Set<number>() };

export interface MeetingsQuestion {
  readonly person: string;
  /** Time in which the person's stays matter, `[start, end)`. */
  readonly within: Interval;
  readonly lagMs: number;
  /** Whoever spent less time with the person, the lag counted, than the settings of their meetings ask for need not be told. */
  readonly least: LeastMinutes;
  /** People who need not be told. */
  readonly without: ReadonlySet<string>;
}

/** Touches with one person, the time that may count adds up to, and the least of it that any of their settings asks for. */
interface Met {
  readonly touches: Touched[];
  together: number;
  leastMs: number;
}

/** Stays of files with their people and places numbered, in the columnar index, so that whoever met a person is found without looking at others. */
export class NumberedStays {
  private readonly people = new Numbering();
  private readonly index: ExposureColumns;
  private readonly personOf: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly ofPerson: ReturnType<typeof groupRows>;
  private readonly related: RelatedPlaces;
  private readonly settled: (SettledStay | undefined)[] = [];
  private readonly natures: (PlaceNature | undefined)[] = [];

  constructor(
    private readonly stays: readonly Stay[],
    places: ReadonlyMap<string, Place>,
  ) {
    const numbering = new Numbering();
    this.index = new ExposureColumns(middleOfTimes(stays));
    const column = () => new Int32Array(stays.length);
    const rows = { person: column(), place: column(), start: column(), end: column(), ordinal: column() };
    for (let i = 0; i < stays.length; i++) {
      const stay = stays[i]!;
      const held = this.held(stay);
      rows.person[i] = this.people.of(stay.person);
      rows.place[i] = numbering.of(stay.place);
      rows.start[i] = Math.floor((held.start - this.index.epoch) / SECOND);
      rows.end[i] = Math.ceil((held.end - this.index.epoch) / SECOND);
      rows.ordinal[i] = i;
    }
    this.index.load(rows);
    this.personOf = rows.person;
    this.placeOf = rows.place;
    this.ofPerson = groupRows(rows.person, this.people.ids.length);
    this.related = new RelatedPlaces(numbering.ids, numbering.numbers, places);
  }

  /** Meetings of a person's stays with those of others, by whom; an exact judge decides what they are worth. */
  meetings({ person, within, lagMs, least, without }: MeetingsQuestion): Map<string, Meeting[]> {
    const number = this.people.numbers.get(person);
    if (number === undefined) return new Map();
    const sources: (TouchingSource & { readonly ordinal: number; readonly related: Related })[] = [];
    for (let at = this.ofPerson.from[number]!; at < this.ofPerson.from[number + 1]!; at++) {
      const ordinal = this.ofPerson.rows[at]!;
      const stay = this.stays[ordinal]!;
      if (stay.start >= within.end || stay.end < within.start) continue;
      const { start, end } = this.held(stay, within);
      const related = this.related.of(this.placeOf[ordinal]!);
      sources.push({ ordinal, person: number, start, end, places: related.places, related });
    }
    const found = new Map<number, Met | null>();
    for (const touch of this.touching(sources, lagMs)) {
      const who = this.personOf[touch.ordinal]!;
      let of = found.get(who);
      if (of === undefined) {
        of = without.has(this.people.ids[who]!) ? null : { touches: [], together: 0, leastMs: Number.POSITIVE_INFINITY };
        found.set(who, of);
      }
      if (of === null) continue;
      const [caseStay, contactStay] = [this.stays[sources[touch.source]!.ordinal]!, this.stays[touch.ordinal]!];
      const until = Math.min(caseStay.end, within.end) + lagMs;
      const common = intersect({ start: Math.max(caseStay.start, within.start), end: until }, contactStay);
      if (common === null) continue;
      const minutes = least(this.settingOf(sources[touch.source]!.ordinal), this.settingOf(touch.ordinal));
      if (minutes === Number.POSITIVE_INFINITY) {
        // It comes to nothing by itself, but may join two places at which others count.
        if (sources[touch.source]!.related.relations[touch.place] !== 'same') of.touches.push(touch);
        continue;
      }
      of.touches.push(touch);
      of.together += lengthOf(common);
      of.leastMs = Math.min(of.leastMs, minutes * MINUTE);
    }
    const meeting = ({ source, place, ordinal }: Touched): Meeting => {
      const of = sources[source]!;
      return { caseStay: this.settle(of.ordinal), contactStay: this.settle(ordinal), relation: of.related.relations[place]! };
    };
    const met = new Map<string, Meeting[]>();
    for (const [who, of] of found) if (of !== null && of.together >= of.leastMs) met.set(this.people.ids[who]!, of.touches.map(meeting));
    return met;
  }

  private touching(sources: readonly (TouchingSource & { readonly ordinal: number })[], lagMs: number): Touched[] {
    try {
      return touching(this.index, sources, { ...EVERYTHING, lagMs });
    } catch (error) {
      if (!(error instanceof TooManyTouches)) throw error;
      const { person, place, id } = this.stays[sources[error.source]!.ordinal]!;
      throw new TooManyPairs(
        `More than ${error.touches} stays touch those of ${person}, most of them stay ${id} at ${place}: give fewer or shorter stays, or unite those that tell of one.`,
      );
    }
  }

  private settingOf(ordinal: number): Setting | null {
    const stay = this.stays[ordinal]!;
    const place = this.placeOf[ordinal]!;
    const nature = this.natures[place] ?? placeNature(stay.place, this.related.lookup);
    this.natures[place] = nature;
    return settingOfStay(stay.setting ?? null, stay.seat ?? null, nature);
  }

  private settle(ordinal: number): SettledStay {
    const known = this.settled[ordinal];
    if (known) return known;
    const settled = settleStay(this.stays[ordinal]!, this.related.lookup);
    this.settled[ordinal] = settled;
    return settled;
  }

  /** A stay cut to a window. One that lies further off than a column can tell counts as being there always: the judge knows its times. */
  private held({ start, end }: Interval, within?: Interval): Interval {
    const [least, most] = [this.index.instantOf(-REACH), this.index.instantOf(REACH)];
    if (start < least || end > most) return { start: least, end: most };
    return within ? { start: Math.max(start, within.start), end: Math.min(end, within.end) } : { start, end };
  }
}

const SAMPLE = 1_000;

/** A whole second about which most of the stays lie, whatever a few wrong years say. */
function middleOfTimes(stays: readonly Stay[]): Instant {
  const step = Math.max(1, Math.floor(stays.length / SAMPLE));
  const starts = stays.filter((_, i) => i % step === 0).map(({ start }) => start);
  const middle = Float64Array.from(starts).sort()[starts.length >> 1] ?? 0;
  return Math.floor(middle / SECOND) * SECOND;
}
