import { createHash } from 'node:crypto';
import { type Instant, momentEnd, momentStart, parseMoment } from '@tracewright/epi-core';
import type { Naming } from '../../determinations/determination-store.js';
import { namingSchema } from '../../determinations/naming.schema.js';
import { findPerson, newPerson } from '../../people/find-or-make-person.js';
import { personSchema } from '../../people/person.schema.js';
import { personFacts, withFacts } from '../../people/person-facts.js';
import type { Person } from '../../people/person-store.js';
import { flawOf } from '../../platform/flaw.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, isRejection, missing, type RawRecord, type Rejection, reject, unknownRef, type Written } from '../raw-record.js';
import { keepNotes, resolveIds, type Slice, sameValues } from '../record-writer.js';
import { writeStays } from './stays.js';

const RELATION_WORDS: Readonly<Record<string, string>> = {
  家人: 'household',
  同住: 'household',
  家庭: 'household',
  照护: 'carer',
  其他: 'other',
};

/** How lists write a class. */
const CLASS_WORDS: Readonly<Record<string, string>> = {
  密接: 'CLOSE',
  密切接触者: 'CLOSE',
  次密接: 'SECOND',
  密接的密接: 'SECOND',
  一般接触者: 'GENERAL',
  一般: 'GENERAL',
  时空伴随者: 'ST_COMPANION',
};

function moment(record: RawRecord, field: string, tz: string, end: boolean): Instant | null | Rejection {
  const text = record[field] ?? '';
  if (text === '') return null;
  const read = parseMoment(text, tz);
  if (!read) return reject(field, 'moment-unreadable', `时间“${text}”看不懂。`, `The moment "${text}" cannot be read.`);
  return end ? momentEnd(read, tz) : momentStart(read, tz);
}

const isLink = (r: RawRecord): boolean => (r.from ?? '') !== '' || (r.to ?? '') !== '';

/**
 * Contacts that come ready-made: people a case names, with or without a stay (ruling 17), or dated links `from, to, date` between people
 * of whom `from` is a case. Each is a naming; class and certainty follow from it like from one typed by a tracer. An event, a place of that
 * category, may stand for a case: it names whom it exposed (ruling 20). A link to an event says that `from` was there: a stay.
 */
export async function writeContacts(slice: Slice): Promise<Written[]> {
  const ends = slice.records.flatMap((r) => (isLink(r) ? [r.from ?? '', r.to ?? ''] : [r.place ?? '']));
  const events = await eventsOf(slice, ends);
  const visits = slice.records.map((r) => isLink(r) && events.has(r.to ?? '') && !events.has(r.from ?? ''));
  const namings = await writeNamings({ ...slice, records: slice.records.filter((_, i) => !visits[i]) }, events);
  const stays = await writeVisits({ ...slice, records: slice.records.filter((_, i) => visits[i]) });
  return visits.map((visit) => (visit ? stays : namings).shift()!);
}

/** Which of these references mean an event. Whoever is a person by this id is no place. */
async function eventsOf(slice: Slice, references: readonly string[]): Promise<Map<string, string>> {
  const places = await resolveIds(slice, 'Place', references);
  const people = await resolveIds(slice, 'Person', places.keys());
  const known = new Map((await slice.desk.places.byIds(slice.tx, [...places.values()])).map((p) => [p.id, p]));
  return new Map([...places].filter(([ref, id]) => !people.has(ref) && known.get(id)?.category === 'event'));
}

/** Stays of the people who were at an event, of the moment or the whole day the link gives. */
async function writeVisits(slice: Slice): Promise<Written[]> {
  const people = await resolveIds(
    slice,
    'Person',
    slice.records.map((r) => r.from ?? ''),
  );
  const problems = slice.records.map(({ from = '', date = '' }): Rejection | null => {
    if (from === '') return missing('from');
    if (date === '') return missing('date');
    return people.has(from) || slice.createMissing ? null : unknownRef('from', from);
  });
  const records = slice.records.flatMap(({ from = '', to = '', date = '' }, i) =>
    problems[i] ? [] : [{ person: from, place: to, start: date, source: 'other' }],
  );
  const written = await writeStays({ ...slice, records });
  // What a stay calls its start is the link's date.
  return problems.map((problem) => problem ?? dated(written.shift()!));
}

/** Whom a link names stands under `to`, its moments under `date`. */
const ofLink = (flaw: Rejection): Rejection =>
  flaw.field === 'contact' ? { ...flaw, field: 'to' } : flaw.field.endsWith('_exposure_at') ? { ...flaw, field: 'date' } : flaw;

const dated = (one: Written): Written => (isRejection(one) && one.field === 'start' ? { ...one, field: 'date' } : one);

async function writeNamings(slice: Slice, events: ReadonlyMap<string, string>): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const { tz } = desk.clock;
  const cases = await resolveIds(
    slice,
    'CaseEpisode',
    records.map((r) => r.case ?? ''),
  );
  const refs = records.flatMap((r) => [r.contact ?? '', r.from ?? '', r.to ?? '', r.via ?? '']);
  const people = await resolveIds(slice, 'Person', refs);
  const stays = await resolveIds(
    slice,
    'Stay',
    records.map((r) => r.stay ?? ''),
  );
  const places = await resolveIds(
    slice,
    'Place',
    records.map((r) => r.place ?? ''),
  );
  const sources = await casesOfPeople(
    slice,
    people,
    records.map((r) => r.from ?? ''),
  );
  const caseIds = [...new Set([...cases.values(), ...sources.values()])];
  const beyond = new Set((await desk.cases.byIds(tx, caseIds)).filter((c) => !isOwn(tx.actor, c.areaPath)).map((c) => c.id));
  const gazetteer = await desk.places.gazetteer(tx);
  const written: Written[] = [];
  const schemas = { person: personSchema(tx.now), naming: namingSchema(tx.now) };
  const namings = new Map<string, Naming>();
  const told: Parameters<typeof keepNotes>[2][number][] = [];
  const stored = new Map<string, Person>();
  const saved = new Map<string, Person>();
  const known = await desk.imports.knownKeys(
    tx,
    'Naming',
    records.map((r) => keyOf(r, source)),
  );
  for (const record of records) {
    const link = isLink(record);
    const eventId = link ? events.get(record.from ?? '') : record.case ? undefined : events.get(record.place ?? '');
    const caseId = link ? sources.get(record.from ?? '') : cases.get(record.case ?? '');
    const ref = (link ? record.to : record.contact) ?? '';
    const key = keyOf(record, source);
    const placeKnown = (record.place ?? '') === '' || places.has(record.place ?? '');
    const problem = problemOf(record, {
      link,
      source: eventId ?? caseId,
      noCase: link && people.has(record.from ?? ''),
      toEvent: link && events.has(record.to ?? ''),
      placeKnown,
    });
    const [firstAt, lastAt] = [
      moment(record, link ? 'date' : 'first_exposure_at', tz, false),
      moment(record, link ? 'date' : 'last_exposure_at', tz, true),
    ];
    const foreign =
      caseId !== undefined && beyond.has(caseId) ? elsewhere(link ? 'from' : 'case', (link ? record.from : record.case)!) : null;
    const wrong = problem ?? foreign ?? [firstAt, lastAt].find((m): m is Rejection => m !== null && typeof m === 'object');
    if (wrong) {
      written.push(wrong);
      continue;
    }
    if (known.has(key) || namings.has(key)) {
      written.push('unchanged');
      continue;
    }
    const person = await personFor(slice, record, ref, { people, stored, saved, gazetteer });
    if ('code' in person) {
      written.push(person);
      continue;
    }
    const naming: Naming = {
      id: key,
      caseId: eventId === undefined ? caseId! : null,
      personId: person.id,
      stayId: stays.get(record.stay ?? '') ?? null,
      viaPersonId: people.get(record.via ?? '') ?? null,
      relation: RELATION_WORDS[record.relation ?? ''] ?? (record.relation || null),
      cls: CLASS_WORDS[record.class ?? ''] ?? (record.class || null),
      reason: record.class ? record.reason || '导入名单 / imported list' : null,
      seat: record.seat || null,
      firstAt: firstAt as Instant | null,
      lastAt: lastAt as Instant | null,
      placeId: eventId ?? places.get(record.place ?? '') ?? null,
      description: record.description || null,
      at: tx.now,
      by: tx.actor.accountId,
    };
    const flaw = flawOf(schemas.person, person) ?? flawOf(schemas.naming, naming);
    if (flaw) {
      written.push(link ? ofLink(flaw) : flaw);
      continue;
    }
    // Only whom a row that is good has named.
    if (stored.get(person.id) !== person) saved.set(person.id, person);
    if (ref !== '') people.set(ref, person.id);
    namings.set(key, naming);
    told.push({ record, key, personId: person.id });
    written.push('inserted');
  }
  // Named again with nothing new, a person stays as they are: no version of the same values.
  const news = [...saved.values()].filter((p) => !stored.has(p.id) || !sameValues(stored.get(p.id)!, p));
  await desk.people.save(tx, news);
  await desk.determinations.saveNamings(tx, [...namings.values()]);
  await keepNotes(slice, 'contacts', told);
  tx.touch(...new Set([...namings.values()].map((n) => n.personId)));
  return written;
}

const keyOf = (r: RawRecord, source: string): string => {
  const parts = [
    'case',
    'from',
    'contact',
    'to',
    'via',
    'name',
    'doc_no',
    'phone',
    'place',
    'stay',
    'date',
    'first_exposure_at',
    'description',
  ].map((f) => r[f] ?? '');
  return idIn(source, `naming-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)}`);
};

function problemOf(
  record: RawRecord,
  about: { link: boolean; source: string | undefined; noCase: boolean; toEvent: boolean; placeKnown: boolean },
): Rejection | null {
  const { link, source, noCase, toEvent, placeKnown } = about;
  if (link && (record.from ?? '') === '') return missing('from');
  if (link && (record.to ?? '') === '') return missing('to');
  if (link && record.from === record.to) return reject('to', 'self', '自己不能是自己的接触者。', 'Nobody is a contact of themselves.');
  if (toEvent)
    return reject(
      'to',
      'event-to-event',
      '活动之间不会传播，请填写人。',
      'An event does not expose another event: name the person who was exposed.',
    );
  if (!link && source === undefined && (record.case ?? '') === '') return missing('case');
  if (source === undefined && noCase)
    return reject(
      'from',
      'no-case',
      `“${record.from}”不是病例：先导入其病例，或填写病例并把此人写入 via。`,
      `"${record.from}" has no case: import their case first, or name the case and write them under via.`,
    );
  if (source === undefined) return unknownRef(link ? 'from' : 'case', (link ? record.from : record.case) ?? '');
  return placeKnown ? null : unknownRef('place', record.place ?? '');
}

/** The case a person of a dated link has, when they have one. */
async function casesOfPeople(
  slice: Slice,
  people: ReadonlyMap<string, string>,
  references: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(references.filter((r) => people.has(r)))];
  const own = new Map(
    (
      await slice.desk.cases.byPerson(
        slice.tx,
        wanted.map((r) => people.get(r)!),
      )
    ).map((c) => [c.personId, c.id]),
  );
  return new Map(wanted.flatMap((r) => (own.has(people.get(r)!) ? [[r, own.get(people.get(r)!)!] as [string, string]] : [])));
}

interface Known {
  /** By the references of the file. */
  readonly people: ReadonlyMap<string, string>;
  /** As they stand in the graph. */
  readonly stored: Map<string, Person>;
  /** As the rows so far have them. */
  readonly saved: Map<string, Person>;
  readonly gazetteer: Parameters<typeof newPerson>[2];
}

/** The person a row means: by id, else by document or phone and name, else a new one. */
async function personFor(
  slice: Slice,
  record: RawRecord,
  ref: string,
  { people, stored, saved, gazetteer }: Known,
): Promise<Person | Rejection> {
  const { desk, tx, source } = slice;
  const { facts, problems } = personFacts({
    name: record.name,
    phone: record.phone,
    docNo: record.doc_no,
    docType: record.doc_type,
    address: record.address,
    description: record.description || ref,
  });
  const first = problems[0];
  if (first) return reject(first.field === 'docNo' ? 'doc_no' : first.field, first.code, first.zh, first.en);
  const knownId = people.get(ref);
  const before = knownId ? (saved.get(knownId) ?? (await desk.people.byIds(tx, [knownId]))[0]) : await findPerson(desk, tx, facts);
  if (before && !saved.has(before.id)) stored.set(before.id, before);
  const known = before && (saved.get(before.id) ?? before);
  // An id alone is a reference like any other (ruling 20); with a name, a number or a description the row says who it is.
  const onlyId = ref !== '' && [record.name, record.doc_no, record.phone, record.description].every((text) => !text);
  if (!known && onlyId && !slice.createMissing) return unknownRef(isLink(record) ? 'to' : 'contact', ref);
  const person = known
    ? withFacts(known, { ...facts, description: record.description || null })
    : withArea(newPerson(ref === '' ? desk.ids.next('person') : idIn(source, ref), facts, gazetteer), record, slice);
  const final = known ? person : { ...person, description: record.description || null };
  return known && sameValues(known, final) ? known : final;
}

const withArea = (person: Person, record: RawRecord, slice: Slice): Person => {
  const area = record.area ? (slice.whole.area(idIn(slice.source, record.area)) ?? slice.whole.area(record.area)) : undefined;
  return area
    ? { ...person, areaId: area.id, areaPath: area.path, areaState: 'CONFIRMED', proposedAreaId: null, proposedWords: [] }
    : person;
};
