import { GrowingInts, type StayColumns } from '../columns/stay-columns.js';
import { SeededRandom, zipf } from './random.js';

/** Visits of an invented city, seconds from its day 0, ordinals 0, 1, 2 … */
export interface City {
  readonly people: number;
  readonly places: number;
  readonly days: number;
  readonly stays: StayColumns;
  /** Who works at the station, place 0: eight hours a day where everybody passes. */
  readonly stationStaff: readonly number[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STATION = 0;
/** Visits a person makes in a day, on average: how many people a wanted number of visits takes. */
const VISITS_PER_PERSON_DAY = 5.18;

/** Households of 1 to 5. */
const HOUSEHOLDS = Float64Array.from([0.3, 0.6, 0.78, 0.92, 1]);

export const peopleFor = (visits: number, days = 14): number => Math.max(20, Math.round(visits / (VISITS_PER_PERSON_DAY * days)));

export interface CityOptions {
  readonly people: number;
  readonly days?: number;
  readonly seed?: number;
}

/** A city whose visits come day by day, so that a large one need not be held as a whole. */
export interface PlannedCity extends Omit<City, 'stays'> {
  /** Visits that begin on one day after the other, each day's by the people's numbers. To be gone through once. */
  readonly staysByDay: Iterable<StayColumns>;
}

export function generateCity(options: CityOptions): City {
  const { staysByDay, ...city } = planCity(options);
  return { ...city, stays: joined([...staysByDay]) };
}

function joined(parts: readonly StayColumns[]): StayColumns {
  const column = (name: 'person' | 'place' | 'start' | 'end' | 'ordinal') => {
    const all = new Int32Array(parts.reduce((sum, part) => sum + part.start.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part[name], at);
      at += part.start.length;
    }
    return all;
  };
  return { person: column('person'), place: column('place'), start: column('start'), end: column('end'), ordinal: column('ordinal') };
}

/**
 * A city with homes, work, a station that a quarter passes through, stops and other places of very different popularity. Its parameters
 * are those that the measurements in the notes on exposure were made with; days d with d % 7 < 5 are working days.
 */
export function planCity({ people, days = 14, seed = 1 }: CityOptions): PlannedCity {
  const random = new SeededRandom(seed);
  const stops = { first: 1, popularity: zipf(Math.max(1, Math.round(people / 500)), 0.9) };
  const others = { first: 1 + stops.popularity.length, popularity: zipf(Math.max(1, Math.round(people / 15)), 0.8) };
  let places = others.first + others.popularity.length;
  const homes = new Int32Array(people);
  for (let p = 0; p < people; places++) {
    const size = random.pick(HOUSEHOLDS) + 1;
    for (let i = 0; i < size && p < people; i++) homes[p++] = places;
  }
  const work = new Int32Array(people).fill(-1);
  const stationStaff: number[] = [];
  for (let p = 0, left = 0; p < people; p++) {
    if (random.next() >= 0.72) continue;
    if (stationStaff.length < people / 1000) {
      stationStaff.push(p);
      work[p] = STATION;
      continue;
    }
    if (left === 0) {
      left = Math.min(500, Math.max(1, Math.round(8 * Math.exp(1.2 * random.normal()))));
      places++;
    }
    work[p] = places - 1;
    left--;
  }
  const byStation = new Uint8Array(people);
  for (let p = 0; p < people; p++) byStation[p] = random.next() < 0.24 ? 1 : 0;
  function* staysByDay(): Generator<StayColumns> {
    const rows = new Rows();
    for (let day = 0; day < days; day++) {
      const one: PersonDay = { random, rows, at: day * DAY, workday: day % 7 < 5, stops, others, p: 0, home: 0, work: 0, byStation: false };
      for (let p = 0; p < people; p++) {
        one.p = p;
        one.home = homes[p]!;
        one.work = work[p]!;
        one.byStation = byStation[p] === 1;
        dayOf(one);
      }
      yield rows.takeBefore(day + 1 < days ? (day + 1) * DAY : Number.POSITIVE_INFINITY);
    }
  }
  return { people, places, days, stationStaff, staysByDay: staysByDay() };
}

class Rows {
  private readonly columns = Array.from({ length: 4 }, () => new GrowingInts(1 << 16));
  private taken = 0;

  /** Visits under half a minute are nobody's. */
  add(person: number, place: number, start: number, end: number): void {
    if (end - start < 30) return;
    this.columns[0]!.push(person);
    this.columns[1]!.push(place);
    this.columns[2]!.push(Math.round(start));
    this.columns[3]!.push(Math.round(end));
  }

  /** Those that begin before a moment; the others are kept for the next time. */
  takeBefore(moment: number): StayColumns {
    const start = this.columns[2]!;
    const now = new GrowingInts(start.length);
    const later = new GrowingInts();
    for (let i = 0; i < start.length; i++) (start.values[i]! < moment ? now : later).push(i);
    const first = this.taken;
    this.taken += now.length;
    const taken = this.columns.map((column) => {
      const picked = new Int32Array(now.length);
      for (let i = 0; i < now.length; i++) picked[i] = column.values[now.values[i]!]!;
      for (let i = 0; i < later.length; i++) column.values[i] = column.values[later.values[i]!]!;
      column.length = later.length;
      return picked;
    });
    const [person, place, begins, ends] = taken as [Int32Array, Int32Array, Int32Array, Int32Array];
    return { person, place, start: begins, end: ends, ordinal: Int32Array.from(begins, (_, i) => first + i) };
  }
}

interface Choice {
  readonly first: number;
  readonly popularity: Float64Array;
}

/** Of one person after the other; an object for each would take longer than their days. */
interface PersonDay {
  readonly random: SeededRandom;
  readonly rows: Rows;
  p: number;
  readonly at: number;
  readonly workday: boolean;
  home: number;
  /** -1: none. */
  work: number;
  byStation: boolean;
  readonly stops: Choice;
  readonly others: Choice;
}

const someOf = (random: SeededRandom, { first, popularity }: Choice): number => first + random.pick(popularity);

function dayOf({ random, rows, p, at, workday, home, work, byStation, stops, others }: PersonDay): void {
  rows.add(p, home, at + 19 * HOUR + 75 * MINUTE * random.normal(), at + DAY + 7.5 * HOUR + HOUR * random.normal());
  if (work >= 0 && workday) {
    const begins = at + 8.6 * HOUR + HOUR * random.normal();
    const ends = Math.max(begins + HOUR, at + 17 * HOUR + HOUR * random.normal());
    rows.add(p, work, begins, ends);
    for (const trip of [begins - 30 * MINUTE, ends + 10 * MINUTE]) {
      if (random.next() >= 0.9) continue;
      const place = random.next() < (byStation ? 1 : 0.03) ? STATION : someOf(random, stops);
      rows.add(p, place, trip, trip + 7 * MINUTE * Math.exp(0.6 * random.normal()));
    }
  } else if (random.next() < 0.5) {
    const begins = at + (9 + 8 * random.next()) * HOUR;
    rows.add(p, home, begins, begins + (1 + 5 * random.next()) * HOUR);
  }
  for (let visits = random.poisson(2.5); visits > 0; visits--) {
    const begins = at + (9 + 11.5 * random.next()) * HOUR;
    rows.add(p, someOf(random, others), begins, begins + Math.min(4 * HOUR, 22 * MINUTE * Math.exp(0.8 * random.normal())));
  }
}
