import { clockTime, dayOf, OBSERVATION, PUSH, REVIEW, TRANSFER } from '@tracewright/epi-core';
import type { Person } from '../people/person-store.js';
import { seePerson, sees } from '../people/person-view.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { className } from './contact-sentence.js';
import type { Contact, ContactFilter } from './contact-store.js';

type Lang = 'zh' | 'en';
export interface ContactTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Purpose, user and time, above the table. */
  readonly above: readonly string[];
}

const MOST = 50_000;
const HEADERS: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '姓名',
    '性别',
    '年龄',
    '证件号',
    '电话',
    '地址',
    '判定',
    '确定性',
    '病例',
    '末次暴露',
    '地点',
    '审核',
    '去向',
    '推送',
    '转运',
    '时限',
  ],
  en: [
    'name',
    'sex',
    'age',
    'document',
    'phone',
    'address',
    'class',
    'certainty',
    'cases',
    'last exposure',
    'place',
    'review',
    'stands',
    'push',
    'transfer',
    'due',
  ],
};

/** Contacts as a table, shown to this actor as the list shows them, audited in one entry before anything is answered. */
export async function exportContacts(desk: Desk, actor: Actor, filter: ContactFilter, lang: Lang): Promise<ContactTable> {
  const found = await desk.work.read(async (tx) => {
    const contacts = await desk.contacts.byIds(tx, await desk.contacts.idsOf(tx, filter, MOST));
    return {
      contacts,
      people: new Map(
        (
          await desk.people.byIds(
            tx,
            contacts.map((c) => c.personId),
          )
        ).map((p) => [p.id, p]),
      ),
      now: tx.now,
    };
  });
  await desk.audit.seen(
    actor,
    'export-contacts',
    found.contacts.map((c) => c.personId),
  );
  const { tz } = desk.clock;
  const moment = (at: number | null) => (at === null ? '' : `${dayOf(at, tz)} ${clockTime(at, tz)}`);
  const purpose = actor.purpose ?? (lang === 'zh' ? '未说明（信息已遮盖）' : 'not stated (masked)');
  return {
    headers: HEADERS[lang],
    rows: found.contacts.flatMap((c) =>
      found.people.has(c.personId) ? [rowOf(actor, c, found.people.get(c.personId)!, found.now, lang, moment)] : [],
    ),
    above: [
      lang === 'zh'
        ? `用途：${purpose}；导出人：${actor.name}；时间：${moment(found.now)}；共 ${found.contacts.length} 人`
        : `Purpose: ${purpose}; by ${actor.name}; at ${moment(found.now)}; ${found.contacts.length} people`,
    ],
  };
}

function rowOf(actor: Actor, c: Contact, person: Person, now: number, lang: Lang, moment: (at: number | null) => string): string[] {
  const seen = seePerson(actor, person, now);
  const exposure = sees(actor, 'exposure');
  const certainty = { definite: { zh: '确定', en: 'definite' }, possible: { zh: '待核', en: 'possible' } }[c.certainty];
  const sex = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' }, unknown: { zh: '', en: '' } }[seen.sex ?? 'unknown'];
  return [
    seen.name ?? '',
    sex[lang],
    seen.age === null ? '' : String(seen.age),
    seen.documents.map((d) => d.no).join(' '),
    seen.phones.join(' '),
    seen.address ?? '',
    className(c.cls)[lang],
    certainty[lang],
    sees(actor, 'case') ? c.caseNos.map((no) => `#${no}`).join(' ') : '',
    exposure ? moment(c.last) : '',
    exposure ? (c.placeName ?? '') : '',
    REVIEW[c.review][lang],
    c.observation === null ? '' : OBSERVATION[c.observation][lang],
    c.push === null ? '' : PUSH[c.push][lang],
    c.transfer === null ? '' : TRANSFER[c.transfer][lang],
    moment(c.dueAt),
  ];
}
