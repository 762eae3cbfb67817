import type { Instant } from '@tracewright/epi-core';
import { ExposureColumns, GrowingStays, touching } from '@tracewright/exposure-index';
import type { FoundMeeting, MetStay, Relation, Stay } from '@tracewright/investigation';
import { StayRecords } from './stay-records.js';

export interface AskedStay {
  readonly stay: Stay;
  /** Its place and those related to it. */
  readonly related: readonly (readonly [placeId: string, relation: Relation])[];
}

export interface AskedSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly lagMs: number;
  readonly without: ReadonlySet<string>;
  readonly among: ReadonlySet<string> | null;
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
  /** Ordinals too far from the epoch for a column of seconds: few or none, so they are looked at one by one. */
  private readonly far = new Set<number>();
  private readonly sums = { starts: 0, ends: 0 };

  totals(): StayTotals {
    return { stays: this.live.size, ...this.sums };
  }

  /** Many at once, into an index that does not hold them: a segment a day. */
  load(stays: Iterable<MetStay>): void {
    const rows = new GrowingStays();
    for (const stay of stays) {
      const ordinal = this.number(stay);
      const seconds = this.wholeSeconds(stay);
      if (seconds === null) this.index(stay, ordinal);
      else {
        const [start, end, startLatest, endEarliest] = seconds;
        rows.push(this.records.personOf(ordinal), this.records.placeOf(ordinal), start, end, ordinal, startLatest, endEarliest);
      }
    }
    this.columns.load(rows.take());
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

  /** Other people's stays that touch the asked ones within the span; those of `hidden` ids are not told. */
  meetings(asked: readonly AskedStay[], span: AskedSpan, hidden: ReadonlySet<string> = NONE): FoundMeeting[] {
    const { people, places } = this.records;
    const known = asked.map(({ stay, related }) => {
      const here = related.flatMap(([placeId, relation]) => {
        const number = places.numbers.get(placeId);
        return number === undefined ? [] : [{ number, relation }];
      });
      return { stay, here, person: people.numbers.get(stay.personId) ?? NOBODY };
    });
    const sources = known.map(({ stay, here, person }) => ({
      person,
      start: stay.start,
      end: stay.end,
      places: here.map(({ number }) => number),
    }));
    const numbers = (ids: ReadonlySet<string>) => new Set([...ids].flatMap((id) => people.numbers.get(id) ?? []));
    const [without, among] = [numbers(span.without), span.among === null ? undefined : numbers(span.among)];
    const contacts = new Map<number, MetStay>();
    const contactAt = (ordinal: number): MetStay => {
      const contact = contacts.get(ordinal) ?? this.records.at(ordinal);
      contacts.set(ordinal, contact);
      return contact;
    };
    const found = touching(this.columns, sources, { ...span, without, among }).map(({ source, place, ordinal }) => ({
      source: known[source]!.stay,
      contact: contactAt(ordinal),
      relation: known[source]!.here[place]!.relation,
    }));
    const all = this.far.size === 0 ? found : [...found, ...this.farMeetings(asked, span)];
    return hidden.size === 0 ? all : all.filter(({ contact }) => !hidden.has(contact.id));
  }

  private farMeetings(asked: readonly AskedStay[], { from, to, lagMs, without, among }: AskedSpan): FoundMeeting[] {
    const contacts = [...this.far]
      .map((ordinal) => this.records.at(ordinal))
      .filter(({ personId }) => !without.has(personId) && (among === null || among.has(personId)));
    return asked.flatMap(({ stay, related }) => {
      if (stay.start >= to || stay.end <= from) return [];
      const [begins, ends] = [Math.max(stay.start, from), Math.min(stay.end, to) + lagMs];
      return contacts.flatMap((contact) => {
        const relation = related.find(([placeId]) => placeId === contact.placeId)?.[1];
        const touches = contact.start < ends && contact.end > begins && contact.personId !== stay.personId;
        return relation !== undefined && touches ? [{ source: stay, contact, relation }] : [];
      });
    });
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
    return [start, end, startLatest, endEarliest].every((at) => Math.abs(at - this.columns.epoch) < FAR_MS);
  }

  /** The four bounds as seconds since the epoch; null: one of them is no whole second, or too far away. */
  private wholeSeconds(stay: MetStay): [number, number, number, number] | null {
    if (!this.isNear(stay)) return null;
    const seconds = [stay.start, stay.end, stay.startLatest, stay.endEarliest].map((at) => (at - this.columns.epoch) / 1000);
    return seconds.every(Number.isInteger) ? (seconds as [number, number, number, number]) : null;
  }
}

/** No number that the index gave out. */
const NOBODY = -1;
const NONE: ReadonlySet<string> = new Set();
/** 2020 in seconds: sums over a hundred million stays stay exact. */
export const SUMS_FROM = Date.UTC(2020, 0, 1) / 1000;
/** A little less than the columns can hold. */
const FAR_MS = 2 ** 30 * 1000 - 10_000;
