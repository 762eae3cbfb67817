import { CASE_CATEGORIES, type CaseCategory, type Day, dayOf, type Instant, momentStart, parseMoment } from '@tracewright/epi-core';
import type { Area } from '../../areas/area-store.js';
import { caseSchema } from '../../cases/case.schema.js';
import type { Case } from '../../cases/case-store.js';
import { DEFAULT_PROTOCOL } from '../../cases/create-case.js';
import { protocolsThatJudge } from '../../determinations/protocols-that-judge.js';
import { flawOf } from '../../platform/flaw.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, missing, type RawRecord, type Rejection, reject, unknownRef, type Written } from '../raw-record.js';
import { keepNotes, resolveIds, type Slice, sameValues } from '../record-writer.js';

/** Anchors beside onset and sample (ruling 14): kept as written. */
const ANCHOR_FIELDS = [
  'rash_onset_on',
  'cough_onset_on',
  'catarrhal_onset_on',
  'diagnosed_at',
  'treatment_started_at',
  'antibiotic_started_at',
  'lesions_healed_on',
  'recovered_on',
  'symptom_free_on',
  'died_on',
  'buried_on',
  'bacteriology',
  'severe',
] as const;
const CATEGORY_WORDS: Readonly<Record<string, CaseCategory>> = {
  确诊: 'confirmed',
  确诊病例: 'confirmed',
  临床诊断: 'clinical',
  可能: 'probable',
  疑似: 'suspected',
  无症状: 'asymptomatic',
  无症状感染者: 'asymptomatic',
  排除: 'excluded',
  已排除: 'excluded',
};

/** The category a word means; an unknown one stays as it is, for the schema to refuse. */
const categoryOf = (word: string): CaseCategory =>
  CASE_CATEGORIES.includes(word as CaseCategory)
    ? (word as CaseCategory)
    : (CATEGORY_WORDS[word] ?? (word === '' ? 'confirmed' : (word as CaseCategory)));

const anchorName = (field: string): string => {
  const stem = field.replace(/_(on|at)$/, '');
  return stem.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
};

function instant(record: RawRecord, field: string, tz: string): Instant | null | Rejection {
  const text = record[field] ?? '';
  if (text === '') return null;
  const moment = parseMoment(text, tz);
  return moment
    ? momentStart(moment, tz)
    : reject(
        field,
        'moment-unreadable',
        `${field} 的时间“${text}”看不懂。`,
        `The moment "${text}" in ${field} cannot be read: write 2022-04-14 09:38.`,
      );
}

function day(record: RawRecord, field: string, tz: string): Day | null | Rejection {
  const at = instant(record, field, tz);
  return at === null || typeof at === 'object' ? at : dayOf(at, tz);
}

function valuesOf(record: RawRecord, tz: string): Partial<Case> | Rejection {
  const onsetOn = day(record, 'onset_on', tz);
  if (onsetOn !== null && typeof onsetOn === 'object') return onsetOn;
  const moments: Record<string, Instant | null> = {};
  for (const [field, name] of [
    ['first_positive_sample_at', 'firstPositiveSampleAt'],
    ['reported_at', 'reportedAt'],
    ['isolated_at', 'isolatedAt'],
  ] as const) {
    const at = instant(record, field, tz);
    if (at !== null && typeof at === 'object') return at;
    moments[name] = at;
  }
  const anchors = Object.fromEntries(ANCHOR_FIELDS.flatMap((field) => (record[field] ? [[anchorName(field), record[field]]] : [])));
  return { onsetOn, ...moments, anchors } as Partial<Case>;
}

/** Cases with their anchors. The number on the folder is the file's own when it gives one. */
export async function writeCases(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const home = await desk.areas.homeArea(tx);
  const fallback = home && isOwn(tx.actor, home.path) ? home : (areas.get(tx.actor.areaId) ?? home);
  const people = await resolveIds(
    slice,
    'Person',
    records.map((r) => r.person ?? ''),
  );
  const owners = new Map((await desk.accounts.all(tx)).map((a) => [a.login, a.id]));
  const known = new Map(
    (
      await desk.cases.byIds(
        tx,
        records.map((r) => idIn(source, r.case ?? '')),
      )
    ).map((c) => [c.id, c]),
  );
  const homes = new Map((await desk.people.byIds(tx, [...people.values()])).map((p) => [p.id, p.currentAreaId ?? p.areaId]));
  const taken = await desk.imports.knownKeys(
    tx,
    'CaseNo',
    records.map((r) => r.no ?? ''),
  );
  let number = Number(await desk.cases.nextNumber(tx));
  const schema = caseSchema(tx.now, await protocolsThatJudge(desk, tx));
  const fresh = new Map<string, Case>();
  const told: Parameters<typeof keepNotes>[2][number][] = [];
  const one = (record: RawRecord): Written => {
    const { case: ref = '', person = '', category: word = '' } = record;
    if (ref === '') return missing('case');
    if (person === '') return missing('person');
    const personId = people.get(person);
    if (personId === undefined) return unknownRef('person', person);
    const values = valuesOf(record, desk.clock.tz);
    if ('code' in values) return values as Rejection;
    const id = idIn(source, ref);
    const former = fresh.get(id) ?? known.get(id);
    // A file without the column says nothing about it: a case keeps what it is judged by.
    const protocolId = record.protocol || (former?.protocolId ?? DEFAULT_PROTOCOL);
    if (former && former.personId !== personId)
      return reject(
        'person',
        'other-person',
        '这个病例编号已属于另一个人，未更新。',
        'This case id belongs to another person; nothing was updated.',
      );
    const no = former?.no ?? (record.no || String(number++));
    if (!former && taken.has(no)) return reject('no', 'number-taken', `病例序号“${no}”已被使用。`, `The case number "${no}" is taken.`);
    const lies = areaOf(record.area ?? '', source, areas) ?? areas.get(homes.get(personId) ?? '') ?? fallback;
    if (former && !isOwn(tx.actor, former.areaPath)) return elsewhere('case', ref);
    if (!isOwn(tx.actor, lies?.path ?? '/')) return elsewhere('area', lies?.name ?? '');
    const value: Case = {
      id,
      no,
      personId,
      category: categoryOf(word),
      onsetOn: null,
      firstPositiveSampleAt: null,
      reportedAt: null,
      isolatedAt: null,
      anchors: {},
      ...values,
      hospital: record.hospital || (former?.hospital ?? null),
      protocolId,
      team: record.team || (former?.team ?? null),
      ownerId: owners.get(record.owner ?? '') ?? former?.ownerId ?? null,
      areaId: lies?.id ?? null,
      areaPath: lies?.path ?? '/',
      importStatus: record.import_status || (former?.importStatus ?? null),
      infectedById: record.infected_by ? idIn(source, record.infected_by) : (former?.infectedById ?? null),
      infectedByState:
        (record.infected_by_state as Case['infectedByState']) || (record.infected_by ? 'recorded' : (former?.infectedByState ?? null)),
      createdAt: former?.createdAt ?? tx.now,
      coreReportedAt: former?.coreReportedAt ?? null,
      rev: tx.rev,
    };
    const flaw = flawOf(schema, value);
    if (flaw) return flaw;
    taken.add(no);
    if (former && sameValues(former, value)) return 'unchanged';
    fresh.set(id, value);
    told.push({ record, key: ref, personId });
    return former ? 'updated' : 'inserted';
  };
  const written = records.map(one);
  await desk.cases.save(tx, [...fresh.values()]);
  await keepNotes(slice, 'cases', told);
  tx.touch(...[...fresh.values()].map((c) => c.personId));
  return written;
}

const areaOf = (reference: string, source: string, areas: ReadonlyMap<string, Area>): Area | undefined =>
  reference === '' ? undefined : (areas.get(idIn(source, reference)) ?? areas.get(reference));
