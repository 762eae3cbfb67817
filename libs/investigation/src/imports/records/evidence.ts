import { momentEnd, momentStart, parseMoment, readSource, type Source } from '@tracewright/epi-core';
import { flawOf } from '../../platform/flaw.js';
import { evidenceSchema } from '../../stays/evidence.schema.js';
import type { Evidence } from '../../stays/stay-store.js';
import { elsewhere } from '../own-area.js';
import { idIn, missing, numberOf, type RawRecord, reject, unknownRef, type Written } from '../raw-record.js';
import { ownPeople, resolveIds, type Slice } from '../record-writer.js';

/** Scans, statements, tickets and tracks as they came: kept once, never changed. A row read again changes nothing. */
export async function writeEvidence(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const { tz } = desk.clock;
  const people = await resolveIds(
    slice,
    'Person',
    records.map((r) => r.person ?? ''),
  );
  const places = await resolveIds(
    slice,
    'Place',
    records.map((r) => r.place ?? ''),
  );
  const areas = await resolveIds(
    slice,
    'Area',
    records.map((r) => r.area ?? ''),
  );
  const stays = await resolveIds(
    slice,
    'Stay',
    records.map((r) => r.stay ?? ''),
  );
  const here = await ownPeople(slice, people.values());
  const idOf = (r: RawRecord) => idIn(source, r.evidence || ['evidence', r.person, r.place, r.start, r.source].join('/'));
  const known = await desk.imports.knownKeys(tx, 'Evidence', records.map(idOf));
  const schema = evidenceSchema(tx.now);
  const fresh = new Map<string, Evidence>();
  const one = (record: RawRecord): Written => {
    const { person = '', place = '', area = '', stay = '' } = record;
    if (person === '') return missing('person');
    const personId = people.get(person);
    if (personId === undefined) return unknownRef('person', person);
    if (!here.has(personId)) return elsewhere('person', person);
    if (place !== '' && !places.has(place)) return unknownRef('place', place);
    if (area !== '' && !areas.has(area)) return unknownRef('area', area);
    const start = record.start ? parseMoment(record.start, tz) : null;
    if (!start)
      return record.start
        ? reject('start', 'moment-unreadable', `时间“${record.start}”看不懂。`, `The moment "${record.start}" cannot be read.`)
        : missing('start');
    const end = record.end ? parseMoment(record.end, tz) : null;
    if (record.end && !end)
      return reject('end', 'moment-unreadable', `时间“${record.end}”看不懂。`, `The moment "${record.end}" cannot be read.`);
    const id = idOf(record);
    const value: Evidence = {
      id,
      personId,
      source: readSource(record.source ?? '') ?? (record.source as Source),
      placeId: places.get(place) ?? null,
      areaId: areas.get(area) ?? null,
      start: momentStart(start, tz),
      end: end ? momentEnd(end, tz) : null,
      lat: numberOf(record.lat),
      lng: numberOf(record.lng),
      text: record.text || record.note || null,
      stayId: stays.get(stay) ?? null,
    };
    const flaw = flawOf(schema, value);
    if (flaw) return flaw;
    if (known.has(id)) return 'unchanged';
    fresh.set(id, value);
    return 'inserted';
  };
  const written = records.map(one);
  await desk.stays.addEvidence(tx, [...fresh.values()]);
  tx.touch(...new Set([...fresh.values()].map((e) => e.personId)));
  return written;
}
