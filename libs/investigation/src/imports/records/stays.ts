import { createHash } from 'node:crypto';
import { type Instant, parseMoment, readStay } from '@tracewright/epi-core';
import { newPerson } from '../../people/find-or-make-person.js';
import { personSchema } from '../../people/person.schema.js';
import { placeSchema } from '../../places/place.schema.js';
import type { Place } from '../../places/place-store.js';
import { flawOf } from '../../platform/flaw.js';
import { evidenceSchema } from '../../stays/evidence.schema.js';
import { staySchema } from '../../stays/stay.schema.js';
import type { Evidence, Stay } from '../../stays/stay-store.js';
import { elsewhere } from '../own-area.js';
import { idIn, missing, numberOf, type RawRecord, type Rejection, reject, unknownRef, type Written } from '../raw-record.js';
import { ownPeople, resolveIds, type Slice, sameValues, type WholeFile } from '../record-writer.js';

interface Read {
  readonly tz: string;
  readonly now: Instant;
  readonly source: string;
  readonly whole: WholeFile;
  readonly place: Place;
  readonly personId: string;
}

/** A stay's key is its own id, else source, person, place and start (ruling 20). */
const keyOf = (record: RawRecord, source: string): string =>
  record.stay
    ? idIn(source, record.stay)
    : idIn(
        source,
        `stay-${createHash('sha256').update([record.person, record.place, record.start].join('\n')).digest('hex').slice(0, 20)}`,
      );

function stayOf(record: RawRecord, read: Read): { stay: Stay | null; evidence: Evidence } | Rejection {
  const { tz, now, whole, place, personId } = read;
  const next = (start: Instant) => whole.nextAfter(record.person ?? '', start);
  const found = readStay(record, { tz, asOf: now, cut: false, category: place.category, next });
  if (found.kind === 'problem') return found.problem;
  const id = keyOf(record, read.source);
  const at = { id: `${id}/evidence`, personId, placeId: place.id, areaId: place.areaId, lat: null, lng: null, text: record.note || null };
  if (found.kind === 'evidence')
    return { stay: null, evidence: { ...at, source: found.source, start: found.start, end: found.end, stayId: null } };
  const { stay: one, endKnown } = found;
  const stay: Stay = {
    id,
    personId,
    placeId: place.id,
    start: one.start,
    end: one.end,
    startLatest: one.startLatest,
    endEarliest: one.endEarliest,
    setting: one.setting ?? null,
    seat: one.seat ?? null,
    carriage: one.carriage ?? null,
    protection: one.protection,
    source: one.source,
    ceiling: one.ceiling,
    companions: numberOf(record.companions),
    activity: record.activity || null,
    note: record.note || null,
  };
  return { stay, evidence: { ...at, source: one.source, start: one.start, end: endKnown ? one.end : null, stayId: id } };
}

/** Stays, each with the evidence it rests on; a mobile signal stays evidence (ruling 5). */
export async function writeStays(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const people = await resolveIds(
    slice,
    'Person',
    records.map((r) => r.person ?? ''),
  );
  const placeIds = await resolveIds(
    slice,
    'Place',
    records.map((r) => r.place ?? ''),
  );
  if (slice.createMissing) await createMissing(slice, people, placeIds);
  const places = new Map((await desk.places.byIds(tx, [...new Set(placeIds.values())])).map((p) => [p.id, p]));
  const known = new Map(
    (
      await desk.stays.byIds(
        tx,
        records.map((r) => keyOf(r, source)),
      )
    ).map((s) => [s.id, s]),
  );
  const here = await ownPeople(slice, [...people.values(), ...[...known.values()].map((s) => s.personId)]);
  const schemas = { stay: staySchema(tx.now), evidence: evidenceSchema(tx.now) };
  const fresh = new Map<string, { stay: Stay; evidence: Evidence }>();
  const changed = new Map<string, Stay>();
  const signals = new Map<string, Evidence>();
  const lone = await desk.imports.knownKeys(
    tx,
    'Evidence',
    records.map((r) => `${keyOf(r, source)}/evidence`),
  );
  const one = (record: RawRecord): Written => {
    const { person = '', place = '' } = record;
    if (person === '') return missing('person');
    if (place === '') return missing('place');
    const personId = people.get(person);
    if (personId === undefined) return unknownRef('person', person);
    if (!here.has(personId)) return elsewhere('person', person);
    const at = places.get(placeIds.get(place) ?? '');
    if (!at) return unknownRef('place', place);
    const read = stayOf(record, { tz: desk.clock.tz, now: tx.now, source, whole: slice.whole, place: at, personId });
    if ('code' in read) return read;
    const flaw = (read.stay && flawOf(schemas.stay, read.stay)) ?? flawOf(schemas.evidence, read.evidence);
    if (flaw) return flaw;
    if (!read.stay) {
      if (lone.has(read.evidence.id)) return 'unchanged';
      signals.set(read.evidence.id, read.evidence);
      return 'inserted';
    }
    const former = known.get(read.stay.id);
    if (former && !here.has(former.personId)) return elsewhere('stay', record.stay || read.stay.id);
    if (former && sameValues(former, read.stay)) return 'unchanged';
    if (fresh.has(read.stay.id) || changed.has(read.stay.id))
      return reject('stay', 'twice', '同一停留在文件中出现两次。', 'The same stay is in the file twice.');
    // Evidence is never changed: a corrected row, or one whose stay was taken away since, is the same statement read anew.
    if (former || lone.has(read.evidence.id)) changed.set(read.stay.id, read.stay);
    else fresh.set(read.stay.id, { stay: read.stay, evidence: read.evidence });
    return former ? 'updated' : 'inserted';
  };
  const written = records.map(one);
  await desk.stays.add(tx, [...fresh.values()]);
  await desk.stays.save(tx, [...changed.values()]);
  await desk.stays.addEvidence(tx, [...signals.values()]);
  tx.touch(...new Set([...[...fresh.values()].map((f) => f.stay), ...changed.values()].map((s) => s.personId)));
  return written;
}

/**
 * People and places a file speaks of and nobody knows: made from their ids alone, to be filled in later. One that could not be kept is
 * not made, and its rows point at nobody.
 */
async function createMissing(slice: Slice, people: Map<string, string>, places: Map<string, string>): Promise<void> {
  const { desk, tx, source, records } = slice;
  const lacking = (field: string, known: ReadonlyMap<string, string>) => [
    ...new Set(records.map((r) => r[field] ?? '').filter((r) => r !== '' && !known.has(r))),
  ];
  const nobody = { name: '', phones: [], document: null, description: null, address: null, sex: 'unknown' as const, birthOn: null };
  const schema = personSchema(tx.now);
  const freshPeople = lacking('person', people)
    .map((ref) => newPerson(idIn(source, ref), { ...nobody, description: ref }, []))
    .filter((person) => flawOf(schema, person) === null);
  await desk.people.save(tx, freshPeople);
  for (const p of freshPeople) people.set(p.description!, p.id);
  const freshPlaces = lacking('place', places)
    .map(
      (ref): Place => ({
        id: idIn(source, ref),
        name: ref,
        category: 'other',
        areaId: null,
        areaPath: null,
        parentId: null,
        lat: null,
        lng: null,
        enclosed: null,
        ventilation: null,
        airZone: null,
        aliases: [],
        address: null,
      }),
    )
    .filter((place) => flawOf(placeSchema, place) === null);
  await desk.places.save(tx, freshPlaces);
  for (const p of freshPlaces) places.set(p.name, p.id);
}

/** Next place and time of a person, from the whole file, for ends that must be estimated. */
export function wholeFileOf(
  records: readonly RawRecord[],
  tz: string,
  areas: ReadonlyMap<string, { readonly id: string; readonly path: string }>,
): WholeFile {
  const starts = new Map<string, { at: Instant; place: string }[]>();
  for (const record of records) {
    const moment = record.start ? parseMoment(record.start, tz) : null;
    if (!moment || moment.precision === 'day') continue;
    const person = record.person ?? '';
    const list = starts.get(person) ?? [];
    list.push({ at: moment.at, place: record.place ?? '' });
    starts.set(person, list);
  }
  for (const list of starts.values()) list.sort((a, b) => a.at - b.at);
  return { nextAfter: (person, at) => starts.get(person)?.find((s) => s.at > at) ?? null, area: (id) => areas.get(id) };
}
