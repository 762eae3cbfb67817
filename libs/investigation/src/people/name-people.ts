import type { ValueProblem } from '../cases/create-case.js';
import type { Naming } from '../determinations/determination-store.js';
import { namingSchema } from '../determinations/naming.schema.js';
import { rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import { findPerson, newPerson } from './find-or-make-person.js';
import { personSchema } from './person.schema.js';
import { type PersonWords, personFacts, withFacts } from './person-facts.js';
import type { Person } from './person-store.js';

export interface NamedWords extends PersonWords {
  readonly seat?: string | null | undefined;
  readonly guardianName?: string | null | undefined;
}
export interface NamePeopleInput {
  readonly caseId: string;
  readonly stayId: string | null;
  /** A close contact who names second contacts (ruling 17). */
  readonly viaPersonId: string | null;
  readonly relation: string | null;
  readonly cls: string | null;
  readonly reason: string | null;
  readonly people: readonly NamedWords[];
}

/** What is already known of somebody, to be said at once: whose contact they are and where they were sent. */
export interface AlreadyKnown {
  readonly person: Person;
  readonly caseNos: readonly string[];
  readonly sentTo: string | null;
}
export type NamePeopleOutcome =
  | { kind: 'people-named'; named: number; already: AlreadyKnown[]; refused: ValueProblem[] }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'invalid-input'; fields: readonly ValueProblem[] };

const MOST_AT_ONCE = 2_000;
/** Fields of a naming that the call gives once for all it names. */
const OF_ALL: ReadonlySet<string> = new Set(['class', 'reason', 'relation', 'via']);

export async function alreadyKnown(desk: Desk, tx: Tx, person: Person): Promise<AlreadyKnown | null> {
  const contact = (await desk.contacts.byPersonIds(tx, [person.id]))[0];
  if (!contact || contact.review === 'EXCLUDED' || contact.review === 'MERGED') return null;
  const push = contact.pushId === null ? undefined : (await desk.pushes.byIds(tx, [contact.pushId]))[0];
  const area = push ? await desk.areas.byId(tx, push.toAreaId) : null;
  return { person, caseNos: contact.caseNos, sentTo: area?.name ?? null };
}

/**
 * Adds people a case names, under a stay, under the case or under a close contact; none needs a stay of their own (ruling 17). Good
 * rows go in, bad ones are answered with their reason. Derivation follows in the same transaction and never takes a name away again.
 */
export async function namePeople(desk: Desk, actor: Actor, input: NamePeopleInput): Promise<NamePeopleOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  const wrong = problemsOf(input);
  if (wrong.length > 0) return { kind: 'invalid-input', fields: wrong };
  return desk.work.write(actor, 'name-people', async (tx): Promise<NamePeopleOutcome> => {
    const one = (await desk.cases.byIds(tx, [input.caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    const stay = input.stayId === null ? null : ((await desk.stays.byIds(tx, [input.stayId]))[0] ?? null);
    if (input.stayId !== null && stay?.personId !== one.personId)
      return {
        kind: 'invalid-input',
        fields: [
          {
            field: 'stayId',
            code: 'stay-unknown',
            zh: '这段停留已不存在，请刷新后再加人。',
            en: 'This stay is gone: refresh, then add the people again.',
          },
        ],
      };
    const former = await desk.determinations.namingsOfCase(tx, one.id);
    const sameName = (n: Naming, personId: string) =>
      n.personId === personId && n.stayId === input.stayId && n.viaPersonId === input.viaPersonId;
    const refused: ValueProblem[] = [];
    const already: AlreadyKnown[] = [];
    const people = new Map<string, Person>();
    const namings: Naming[] = [];
    const schemas = { person: personSchema(tx.now), naming: namingSchema(tx.now) };
    const gazetteer = await desk.places.gazetteer(tx);
    for (const [i, words] of input.people.entries()) {
      const { facts, problems } = personFacts(words);
      const refuse = (p: ValueProblem) =>
        refused.push({ ...p, field: `people.${i}.${p.field}`, zh: `第 ${i + 1} 行：${p.zh}`, en: `Row ${i + 1}: ${p.en}` });
      if (problems.length > 0) {
        problems.forEach(refuse);
        continue;
      }
      const found =
        [...people.values()].find((p) => facts.document?.valid && p.documents.some((d) => d.no === facts.document!.no)) ??
        (await findPerson(desk, tx, facts));
      if (found?.id === one.personId) {
        refused.push({
          field: `people.${i}`,
          code: 'is-the-case',
          zh: `第 ${i + 1} 行：这是病例本人。`,
          en: `Row ${i + 1}: this is the case.`,
        });
        continue;
      }
      const person = found ? withFacts(people.get(found.id) ?? found, facts) : newPerson(desk.ids.next('person'), facts, gazetteer);
      const naming = namingOf(desk, tx, input, person, words);
      const flaw = flawOf(schemas.person, person) ?? flawOf(schemas.naming, naming);
      // What is said once of all of them is nobody's row.
      if (flaw && OF_ALL.has(flaw.field)) return { kind: 'invalid-input', fields: [flaw] };
      if (flaw) {
        refuse(flaw);
        continue;
      }
      const known = found && !people.has(found.id) ? await alreadyKnown(desk, tx, found) : null;
      if (known) already.push(known);
      people.set(person.id, { ...person, guardianId: person.guardianId ?? (await guardianOf(desk, tx, words, people)) });
      if (former.some((n) => sameName(n, person.id)) || namings.some((n) => sameName(n, person.id))) continue;
      namings.push(naming);
    }
    await desk.people.save(tx, [...people.values()]);
    await desk.determinations.saveNamings(tx, namings);
    await rederiveCase(desk, tx, one);
    tx.touch(...people.keys(), one.id);
    tx.announce('cases', one.id);
    return { kind: 'people-named', named: namings.length, already, refused };
  });
}

function problemsOf(input: NamePeopleInput): ValueProblem[] {
  if (input.people.length === 0) return [{ field: 'people', code: 'nobody', zh: '请至少填一个人。', en: 'Name at least one person.' }];
  if (input.people.length > MOST_AT_ONCE)
    return [
      {
        field: 'people',
        code: 'too-many',
        zh: `一次最多 ${MOST_AT_ONCE} 人，更多请用导入。`,
        en: `At most ${MOST_AT_ONCE} at once: import a longer list.`,
      },
    ];
  return [];
}

/** The guardian by name: somebody on the same list, or of the household a row before. */
async function guardianOf(desk: Desk, tx: WriteTx, words: NamedWords, people: ReadonlyMap<string, Person>): Promise<string | null> {
  const name = words.guardianName?.trim();
  if (!name) return null;
  const here = [...people.values()].find((p) => p.name === name);
  if (here) return here.id;
  const { facts } = personFacts({ name, phone: words.phone });
  return (await findPerson(desk, tx, facts))?.id ?? null;
}

const namingOf = (desk: Desk, tx: WriteTx, input: NamePeopleInput, person: Person, words: NamedWords): Naming => ({
  id: desk.ids.next('naming'),
  caseId: input.caseId,
  personId: person.id,
  stayId: input.stayId,
  viaPersonId: input.viaPersonId,
  relation: input.relation?.trim() || null,
  cls: input.cls,
  reason: input.reason?.trim() || null,
  seat: words.seat?.trim() || null,
  firstAt: null,
  lastAt: null,
  placeId: null,
  description: words.description?.trim() || null,
  at: tx.now,
  by: tx.actor.accountId,
});
