import {
  distanceKm,
  type Instant,
  type Moment,
  momentEnd,
  momentStart,
  type Place,
  type PlaceCategory,
  parseMoment,
  readStay,
  type Signal,
  type Stay,
} from '@tracewright/epi-core';
import { categoryOf } from '@tracewright/investigation';
import { remarkOn } from './remarks.js';
import { type FileRow, type LeftOut, rowsOf } from './rows.js';

export interface StaysFile {
  readonly stays: readonly Stay[];
  /** Phone signals with a length; empty unless asked for. */
  readonly signals: readonly Signal[];
  readonly asOf: Instant;
}

export interface StaysQuestion {
  readonly file: string;
  readonly tz: string;
  /** Null: the latest end in the file. */
  readonly asOf: Instant | null;
  readonly places: ReadonlyMap<string, Place>;
  /** Coordinates of places, for the way to the next evidence. */
  readonly at: ReadonlyMap<string, { readonly lat: number; readonly lng: number }>;
  /** Whether phone signals are of use; else they are left out by name, for none proves a stay. */
  readonly usesSignals?: boolean;
  readonly leftOut: LeftOut;
}

/** Stays of a file with both bounds; what cannot be used is left out with its reason. */
export async function readStays({ file, tz, asOf: given, places, at, usesSignals = false, leftOut }: StaysQuestion): Promise<StaysFile> {
  const table = await rowsOf('stays', file, ['person', 'place', 'start']);
  const moments = new Map<string, Moment | null>();
  const moment = (text: string): Moment | null => {
    if (text === '') return null;
    let read = moments.get(text);
    if (read === undefined) {
      read = parseMoment(text, tz);
      moments.set(text, read);
    }
    return read;
  };
  const latest = table.rows.reduce((most, { fields }) => {
    const m = moment(fields.end ?? '') ?? moment(fields.start ?? '');
    return m ? Math.max(most, momentEnd(m, tz)) : most;
  }, Number.NEGATIVE_INFINITY);
  const asOf = given ?? latest;
  const next = nextEvidence(
    table.rows.map((r) => r.fields),
    moment,
    tz,
    at,
  );
  const stays: Stay[] = [];
  const signals: Signal[] = [];
  const stayOf = ({ fields }: FileRow): Omit<Stay, 'id'> | Signal | string => {
    const { person = '', place = '' } = fields;
    if (person === '' || place === '') return `${person === '' ? 'person' : 'place'} is missing.`;
    const category = places.get(place)?.category ?? null;
    const read = readStay(fields, { tz, asOf, cut: true, category, next: (start) => next(person, place, start) });
    if (read.kind === 'problem') return read.problem.en;
    if (read.kind === 'stay') return { ...read.stay, person, place };
    if (!usesSignals) return 'A mobile signal never proves a stay.';
    return read.end === null
      ? 'A mobile signal without an end has no length.'
      : { person, place, start: read.start, end: Math.min(read.end, asOf) };
  };
  for (const [i, row] of table.rows.entries()) {
    const read = stayOf(row);
    if (typeof read === 'string') leftOut.from(table, row, read);
    else if ('source' in read) stays.push({ ...read, id: row.fields.stay || `row-${i + 1}` });
    else signals.push(read);
  }
  remarkOn(stays, places);
  return { stays, signals, asOf };
}

function nextEvidence(
  rows: readonly Readonly<Record<string, string>>[],
  moment: (text: string) => Moment | null,
  tz: string,
  at: StaysQuestion['at'],
) {
  const starts = new Map<string, { at: Instant; place: string }[]>();
  // Only an end that is missing asks for it.
  if (rows.every((r) => (r.end ?? '') !== '')) return () => null;
  for (const row of rows) {
    const m = moment(row.start ?? '');
    if (m?.precision !== 'instant') continue;
    const list = starts.get(row.person ?? '') ?? [];
    list.push({ at: momentStart(m, tz), place: row.place ?? '' });
    starts.set(row.person ?? '', list);
  }
  for (const list of starts.values()) list.sort((a, b) => a.at - b.at);
  return (person: string, place: string, start: Instant) => {
    const found = starts.get(person)?.find((s) => s.at > start);
    if (!found) return null;
    const [from, to] = [at.get(place), at.get(found.place)];
    return { at: found.at, ...(from && to ? { distanceKm: distanceKm(from, to) } : {}) };
  };
}

export interface PlacesFile {
  readonly places: ReadonlyMap<string, Place>;
  readonly at: ReadonlyMap<string, { readonly lat: number; readonly lng: number }>;
}

/** Places with their tree; without a file there is no category, no tree and no dwell rule. */
export async function readPlaces(file: string | undefined, leftOut: LeftOut): Promise<PlacesFile> {
  const places = new Map<string, Place>();
  const at = new Map<string, { lat: number; lng: number }>();
  if (file === undefined) return { places, at };
  const table = await rowsOf('places', file, ['place']);
  for (const row of table.rows) {
    const { fields } = row;
    const id = fields.place ?? '';
    const word = (name: string) => (fields[name] ?? '').toLowerCase();
    const category = categoryOf(word('category'));
    if (id === '' || category === null) {
      leftOut.from(table, row, id === '' ? 'place is missing.' : `The category "${fields.category}" is not known.`);
      continue;
    }
    const [lat, lng] = [Number(fields.lat), Number(fields.lng)];
    const located = Boolean(fields.lat && fields.lng) && Number.isFinite(lat) && Number.isFinite(lng);
    places.set(id, {
      id,
      name: fields.name || id,
      category: category as PlaceCategory,
      ...(fields.parent ? { parent: fields.parent } : {}),
      enclosed: word('enclosed') === 'yes' ? 'yes' : word('enclosed') === 'no' ? 'no' : 'unknown',
      ventilation:
        word('ventilation') === 'poor'
          ? 'poor'
          : word('ventilation') === 'good'
            ? 'good'
            : word('ventilation') === 'normal'
              ? 'normal'
              : 'unknown',
      ...(fields.air_zone ? { airZone: fields.air_zone } : {}),
      ...(word('hepa') === 'yes' || word('hepa') === 'no' ? { hepa: word('hepa') as 'yes' | 'no' } : {}),
      ...(located ? { lat, lng } : {}),
    });
    if (located) at.set(id, { lat, lng });
  }
  return { places, at };
}
