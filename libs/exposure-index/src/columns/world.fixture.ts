import fc from 'fast-check';
import { ExposureColumns, type IndexedStay } from './exposure-columns.js';
import type { FirstDegree } from './first-degree.js';
import { PAIR } from './meetings.js';

export const EPOCH = Date.UTC(2022, 3, 1);
const DAY = 86_400;

/** A stay as the oracle sees it: seconds, and the number that stands for its person. */
export interface PlainStay {
  readonly ordinal: number;
  readonly person: number;
  readonly place: number;
  readonly start: number;
  readonly end: number;
  readonly startLatest: number;
  readonly endEarliest: number;
}

export interface World {
  readonly index: ExposureColumns;
  /** What is left after all changes. */
  readonly stays: readonly PlainStay[];
  /** The number that stands for a person. */
  readonly is: (person: number) => number;
}

const PEOPLE = 8;

/**
 * Short lengths, none, a day's end, and weeks; times crowd at the edges of two days so that many meet and touch, and few lie decades later,
 * so that a segment with such has hardly any bits left for lengths.
 */
const anyStay = fc
  .record({
    person: fc.nat(PEOPLE - 1),
    place: fc.nat(2),
    start: fc.oneof(
      { weight: 4, arbitrary: fc.nat(60) },
      { weight: 4, arbitrary: fc.integer({ min: DAY - 30, max: DAY + 30 }) },
      { weight: 4, arbitrary: fc.nat(3 * DAY) },
      fc.nat(60).map((seconds) => 1_000_000_000 + seconds),
    ),
    length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(40), fc.nat(5 * 3_600), fc.integer({ min: 20 * DAY, max: 21 * DAY })),
    late: fc.oneof(fc.constant(0), fc.nat(30)),
    early: fc.oneof(fc.constant(0), fc.nat(30)),
  })
  .map(({ person, place, start, length, late, early }) => ({
    person,
    place,
    start,
    end: start + length,
    startLatest: Math.min(start + late, start + length),
    endEarliest: Math.max(start + length - early, start),
  }));

/** Some of them twice, alike in everything but their ordinals. */
const anyStays = (maxLength: number) =>
  fc.tuple(fc.array(anyStay, { maxLength }), fc.constantFrom(0, 0, 4)).map(([stays, again]) => [...stays, ...stays.slice(0, again)]);

const anyChange = fc.oneof(
  { weight: 3, arbitrary: anyStays(15).map((add) => ({ add })) },
  fc.record({ remove: fc.oneof(fc.array(fc.nat(60), { maxLength: 4 }), fc.array(fc.nat(60), { minLength: 20, maxLength: 40 })) }),
  fc.record({ merge: fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1)) }),
  fc.record({ split: fc.nat(PEOPLE - 1) }),
  fc.constant({ flush: true }),
);

const toStay = (stay: PlainStay): IndexedStay => ({
  ordinal: stay.ordinal,
  person: stay.person,
  place: stay.place,
  start: EPOCH + stay.start * 1_000,
  end: EPOCH + stay.end * 1_000,
  startLatest: EPOCH + stay.startLatest * 1_000,
  endEarliest: EPOCH + stay.endEarliest * 1_000,
});

/** A loaded day or two, then changes one after the other; the oracle's list is kept beside the index. */
export const anyWorld = fc.tuple(anyStays(25), fc.array(anyChange, { maxLength: 6 })).map(([loaded, changes]): World => {
  const index = new ExposureColumns(EPOCH);
  let ordinal = 0;
  const number = (stay: Omit<PlainStay, 'ordinal'>): PlainStay => ({ ...stay, ordinal: ordinal++ });
  let stays = loaded.map(number);
  const column = (key: keyof PlainStay) => Int32Array.from(stays, (stay) => stay[key]);
  const times = { start: column('start'), end: column('end'), startLatest: column('startLatest'), endEarliest: column('endEarliest') };
  index.load({ person: column('person'), place: column('place'), ordinal: column('ordinal'), ...times });
  index.same.grow(PEOPLE);
  const groups = Array.from({ length: PEOPLE }, (_, p) => p);
  for (const change of changes) {
    if ('add' in change) {
      const added = change.add.map(number);
      stays = [...stays, ...added];
      index.add(added.map(toStay));
    } else if ('remove' in change) {
      stays = stays.filter((stay) => !change.remove.includes(stay.ordinal));
      index.remove(change.remove.filter((o) => o < ordinal));
    } else if ('merge' in change) {
      const [kept, gone] = change.merge.map((p) => groups[p]!);
      for (let p = 0; p < PEOPLE; p++) if (groups[p] === gone) groups[p] = kept!;
      index.same.merge(change.merge[0], change.merge[1]);
    } else if ('split' in change) {
      const rest = groups.flatMap((g, p) => (g === groups[change.split] && p !== change.split ? [p] : []));
      const head = groups[change.split] === change.split ? Math.min(...rest) : groups[change.split]!;
      for (const p of rest) groups[p] = head;
      groups[change.split] = change.split;
      index.same.split(change.split);
    } else index.flush();
  }
  return { index, stays, is: (person) => groups[person]! };
});

/** Position of the case, contact, first, total and encounters of each pair. */
export const rowsOf = ({ from, pairs }: FirstDegree): number[][] =>
  Array.from({ length: from.length - 1 }, (_, source) =>
    Array.from({ length: from[source + 1]! - from[source]! }, (_, i) => (from[source]! + i) * PAIR).map((at) => [
      source,
      ...pairs.subarray(at, at + PAIR),
    ]),
  ).flat();

/** Seconds `[start, end)` in which a stay exposes: cut to the window, then with the lag; null: it does not. */
export function exposing(stay: PlainStay, from: number, to: number, lag: number, surest: boolean): [number, number] | null {
  const [begins, ends] = boundsOf(stay, surest);
  const [start, end] = [Math.max(begins, from), Math.min(ends, to)];
  const moment = begins === ends && begins >= from && begins < to;
  return start < end || moment ? [start, end + lag] : null;
}

export const boundsOf = (stay: PlainStay, surest: boolean): [number, number] =>
  surest ? [stay.startLatest, stay.endEarliest] : [stay.start, stay.end];
