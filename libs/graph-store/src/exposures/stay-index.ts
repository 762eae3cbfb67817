import { type Instant, type LeastMinutes, MINUTE, type Setting, settingOfStay } from '@tracewright/epi-core';
import { ExposureColumns, GrowingStays, IndexThreads, ThreadEnded, type Touched, touching } from '@tracewright/exposure-index';
import type { FoundMeeting, MetStay, Relation } from '@tracewright/investigation';
import type { PlaceTree } from './place-tree.js';
import { StayRecords } from './stay-records.js';

export interface AskedSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly lagMs: number;
  readonly without: ReadonlySet<string>;
  readonly among: ReadonlySet<string> | null;
  readonly airZones: boolean;
  readonly least: LeastMinutes | null;
}

/** A stay that is asked about, with the numbers the index has for what it names. */
interface Asked {
  readonly stay: MetStay;
  readonly person: number;
  readonly here: readonly { readonly number: number; readonly relation: Relation }[];
}

/** Time that two people spent together where it may count, and the least of it that any of their settings asks for. */
interface Together {
  ms: number;
  leastMs: number;
}

/** What two records of the same stays have in common: how many there are, and the sums of their whole seconds since 2020. */
export interface StayTotals {
  readonly stays: number;
  readonly starts: number;
  readonly ends: number;
}

/** Stays by their ids over the columnar index, each in the version last put in. */
export class StayIndex {
  private readonly columns = new ExposureColumns();
  private readonly records = new StayRecords();
  private readonly live = new Map<string, number>();
  private taken = new GrowingStays();
  /** Ordinals too far from the epoch for a column of seconds: few or none, so they are looked at one by one. */
  private readonly far = new Set<number>();
  private readonly sums = { starts: 0, ends: 0 };

  constructor(private readonly newThreads = () => new IndexThreads()) {}

  totals(): StayTotals {
    return { stays: this.live.size, ...this.sums };
  }

  /** One of many: found once `sortTaken` was called. */
  take(stay: MetStay): void {
    this.drop(stay.id);
    const ordinal = this.number(stay);
    const { start, end, startLatest, endEarliest } = stay;
    // A bound within a second, or too far away, is for `index`.
    const whole = start % 1_000 === 0 && end % 1_000 === 0 && startLatest % 1_000 === 0 && endEarliest % 1_000 === 0;
    if (!whole || !this.isNear(stay)) {
      this.index(stay, ordinal);
      return;
    }
    const [person, place, since] = [this.records.personOf(ordinal), this.records.placeOf(ordinal), this.columns.epoch];
    const second = (at: Instant): number => (at - since) / 1_000;
    this.taken.push(person, place, second(start), second(end), ordinal, second(startLatest), second(endEarliest));
  }

  /** What was taken becomes a segment a day; of many stays in threads, so that whoever asks for something else does not wait for seconds. */
  async sortTaken(worthThreads = WORTH_THREADS): Promise<void> {
    const taken = this.taken.take();
    this.taken = new GrowingStays();
    if (taken.start.length < worthThreads) this.columns.load(taken);
    else
      await this.inThreads((threads) => threads.load(this.columns, taken)).catch((error: unknown) => {
        if (!(error instanceof ThreadEnded)) throw error;
        this.columns.load(taken);
      });
  }

  /** Whether so much was changed or removed since that questions take longer by it. */
  get isUntidy(): boolean {
    return this.columns.untidyRows > Math.max(UNTIDY_AFTER, UNTIDY_SHARE * this.live.size);
  }

  /** Puts the days in order in which something changed, in threads: questions and changes go on. */
  async tidy(): Promise<void> {
    await this.inThreads((threads) => threads.tidy(this.columns));
  }

  put(stay: MetStay): void {
    this.drop(stay.id);
    this.index(stay, this.number(stay));
  }

  drop(stayId: string): void {
    const ordinal = this.live.get(stayId);
    if (ordinal === undefined) return;
    this.live.delete(stayId);
    this.count(this.records.at(ordinal), -1);
    if (!this.far.delete(ordinal)) this.columns.remove([ordinal]);
  }

  /** Stays of a person that reach into `[from, to)`. */
  *staysOf(personId: string, from: Instant, to: Instant): Generator<MetStay> {
    for (const ordinal of this.records.within(personId, from, to)) if (this.stands(ordinal)) yield this.records.at(ordinal);
  }

  /** Every stay that stands, in the order in which they came. */
  *all(): Generator<MetStay> {
    for (let ordinal = 0; ordinal < this.records.length; ordinal++) if (this.stands(ordinal)) yield this.records.at(ordinal);
  }

  /**
   * Other people's stays that touch the asked ones within the span, each asked stay with those at its place and the places related to it.
   * Those of `hidden` ids are not told; of `whole` people all are, also where they were not long enough for anything.
   */
  meetings(
    stays: readonly MetStay[],
    span: AskedSpan,
    places: PlaceTree,
    { hidden, whole }: { hidden: ReadonlySet<string>; whole: ReadonlySet<string> } = ALL,
  ): FoundMeeting[] {
    const asked = stays.map((stay) => this.asked(stay, places, span.airZones));
    const sources = asked.map(({ stay, here, person }) => ({
      person,
      start: stay.start,
      end: stay.end,
      places: here.map(({ number }) => number),
    }));
    const [without, among] = [this.numbersOf(span.without), span.among === null ? undefined : this.numbersOf(span.among)];
    const contacts = new Map<number, MetStay>();
    const contactAt = (ordinal: number): MetStay => {
      const contact = contacts.get(ordinal) ?? this.records.at(ordinal);
      contacts.set(ordinal, contact);
      return contact;
    };
    const touched = touching(this.columns, sources, { ...span, without, among });
    // Time may add up over what lies too far from the epoch for the columns.
    const enough = span.least && this.far.size === 0 ? this.worthJudging(touched, asked, span, span.least, places, whole) : touched;
    const found = enough.map(({ source, place, ordinal }) => ({
      source: asked[source]!.stay,
      contact: contactAt(ordinal),
      relation: asked[source]!.here[place]!.relation,
    }));
    const all = this.far.size === 0 ? found : [...found, ...this.farMeetings(stays, span, places)];
    return hidden.size === 0 ? all : all.filter(({ contact }) => !hidden.has(contact.id));
  }

  private async inThreads<T>(work: (threads: IndexThreads) => Promise<T>): Promise<T> {
    const threads = this.newThreads();
    try {
      return await work(threads);
    } finally {
      await threads.close();
    }
  }

  private asked(stay: MetStay, tree: PlaceTree, airZones: boolean): Asked {
    const { people, places } = this.records;
    const here = tree.related(stay.placeId, airZones).flatMap(([placeId, relation]) => {
      const number = places.numbers.get(placeId);
      return number === undefined ? [] : [{ number, relation }];
    });
    return { stay, here, person: people.numbers.get(stay.personId) ?? NOBODY };
  }

  private numbersOf(ids: ReadonlySet<string>): Set<number> {
    const { numbers } = this.records.people;
    return new Set([...ids].flatMap((id) => numbers.get(id) ?? []));
  }

  /** Without the meetings of two people who were together for too short a time, where they were, to come to anything. */
  private worthJudging(
    touched: readonly Touched[],
    asked: readonly Asked[],
    { from, to, lagMs }: AskedSpan,
    least: LeastMinutes,
    places: PlaceTree,
    whole: ReadonlySet<string>,
  ): Touched[] {
    const settings = asked.map(({ stay }) => settingOfStay(stay.setting as Setting | null, stay.seat, places.natureOf(stay.placeId)));
    const pairs = new Map<number, Together>();
    const pairOf = ({ source, ordinal }: Touched): number => (asked[source]!.person + 1) * MOST_PEOPLE + this.records.personOf(ordinal);
    const telling = touched.filter((touch) => {
      const { source, place, ordinal } = touch;
      const minutes = least(settings[source]!, this.records.settingOf(ordinal, places));
      // It comes to nothing by itself, but may join two places at which others count.
      if (minutes === Number.POSITIVE_INFINITY) return asked[source]!.here[place]!.relation !== 'same';
      const { stay } = asked[source]!;
      const pair = pairOf(touch);
      const known = pairs.get(pair);
      const until = Math.min(stay.end, to) + lagMs;
      const ms = this.records.timeWithin(ordinal, Math.max(stay.start, from), until);
      if (known) {
        known.ms += ms;
        known.leastMs = Math.min(known.leastMs, minutes * MINUTE);
      } else pairs.set(pair, { ms, leastMs: minutes * MINUTE });
      return true;
    });
    const all = this.numbersOf(whole);
    return telling.filter((touch) => {
      const pair = pairs.get(pairOf(touch));
      return (pair !== undefined && pair.ms >= pair.leastMs) || all.has(this.records.personOf(touch.ordinal));
    });
  }

  private farMeetings(
    stays: readonly MetStay[],
    { from, to, lagMs, without, among, airZones }: AskedSpan,
    places: PlaceTree,
  ): FoundMeeting[] {
    const contacts = [...this.far]
      .map((ordinal) => this.records.at(ordinal))
      .filter(({ personId }) => !without.has(personId) && (among === null || among.has(personId)));
    return stays.flatMap((stay) => {
      if (stay.start >= to || stay.end <= from) return [];
      const [begins, ends] = [Math.max(stay.start, from), Math.min(stay.end, to) + lagMs];
      return contacts.flatMap((contact) => {
        const relation = places.related(stay.placeId, airZones).find(([placeId]) => placeId === contact.placeId)?.[1];
        const touches = contact.start < ends && contact.end > begins && contact.personId !== stay.personId;
        return relation !== undefined && touches ? [{ source: stay, contact, relation }] : [];
      });
    });
  }

  private stands(ordinal: number): boolean {
    return this.live.get(this.records.idOf(ordinal)) === ordinal;
  }

  private number(stay: MetStay): number {
    const ordinal = this.records.push(stay);
    this.live.set(stay.id, ordinal);
    this.count(stay, 1);
    return ordinal;
  }

  private count({ start, end }: MetStay, by: 1 | -1): void {
    this.sums.starts += by * (Math.floor(start / 1000) - SUMS_FROM);
    this.sums.ends += by * (Math.floor(end / 1000) - SUMS_FROM);
  }

  private index(stay: MetStay, ordinal: number): void {
    if (!this.isNear(stay)) {
      this.far.add(ordinal);
      return;
    }
    const { start, end, startLatest, endEarliest } = stay;
    this.columns.add([
      { ordinal, person: this.records.personOf(ordinal), place: this.records.placeOf(ordinal), start, end, startLatest, endEarliest },
    ]);
  }

  private isNear({ start, end, startLatest, endEarliest }: MetStay): boolean {
    const { epoch } = this.columns;
    return (
      Math.abs(start - epoch) < FAR_MS &&
      Math.abs(end - epoch) < FAR_MS &&
      Math.abs(startLatest - epoch) < FAR_MS &&
      Math.abs(endEarliest - epoch) < FAR_MS
    );
  }
}

/** Of fewer stays it takes as long to begin threads as to put them in order. */
const WORTH_THREADS = 1_000_000;
/** Rows removed or put in since, and the share of all: beyond both questions take a tenth longer, about. */
const UNTIDY_AFTER = 50_000;
const UNTIDY_SHARE = 0.03;

/** No number that the index gave out. */
const NOBODY = -1;
/** More than any city has, and few enough that the numbers of two fit one exact number. */
const MOST_PEOPLE = 2 ** 26;
const ALL = { hidden: new Set<string>(), whole: new Set<string>() };
/** 2020 in seconds: sums over a hundred million stays stay exact. */
export const SUMS_FROM = Date.UTC(2020, 0, 1) / 1000;
/** A little less than the columns can hold. */
const FAR_MS = 2 ** 30 * 1000 - 10_000;
