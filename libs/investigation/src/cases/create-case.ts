import type { CaseCategory, Day, Instant } from '@tracewright/epi-core';
import { protocolsThatJudge } from '../determinations/protocols-that-judge.js';
import { casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import type { Rejection } from '../imports/raw-record.js';
import { findPerson, newPerson } from '../people/find-or-make-person.js';
import { personSchema } from '../people/person.schema.js';
import { type PersonProblem, type PersonWords, personFacts, withFacts } from '../people/person-facts.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor } from '../platform/unit-of-work.js';
import { caseSchema } from './case.schema.js';
import type { Case } from './case-store.js';

export interface NewCase extends PersonWords {
  readonly category: CaseCategory;
  readonly onsetOn: Day | null;
  readonly firstPositiveSampleAt: Instant | null;
  readonly reportedAt: Instant | null;
  readonly isolatedAt: Instant | null;
  readonly hospital: string | null;
  readonly protocolId: string | null;
  readonly team: string | null;
}

/** A value that cannot be used, in the words of whoever typed it. */
export type ValueProblem = Rejection;
export type CaseOutcome =
  | { kind: 'case-saved'; case: Case }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'changed-meanwhile'; by: string; at: Instant; rev: number }
  | { kind: 'invalid-input'; fields: readonly (ValueProblem | PersonProblem)[] };

export const DEFAULT_PROTOCOL = 'CN-COVID-V8';

/** Opens a case for a person who is known or becomes so. Contacts are derived at once; an open case of the same person is refused by name. */
export async function createCase(desk: Desk, actor: Actor, input: NewCase): Promise<CaseOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  const { facts, problems } = personFacts(input);
  if (problems.length > 0) return { kind: 'invalid-input', fields: problems };
  return desk.work.write(actor, 'create-case', async (tx) => {
    const known = await findPerson(desk, tx, facts);
    const area = await desk.areas.byId(tx, input.areaId ?? actor.areaId);
    if (!area?.path.startsWith(actor.areaPath))
      return {
        kind: 'invalid-input',
        fields: [{ field: 'areaId', code: 'area-unknown', zh: '请选择本辖区内的区域。', en: 'Choose an area within your own.' }],
      };
    const open = known ? (await desk.cases.byPerson(tx, [known.id])).find((c) => c.category !== 'excluded') : undefined;
    if (open)
      return {
        kind: 'invalid-input',
        fields: [
          {
            field: 'name',
            code: 'already-case',
            zh: `此人已是病例 #${open.no}，请打开那一份。`,
            en: `This person is case #${open.no} already: open that one.`,
          },
        ],
      };
    const named = known ? withFacts(known, facts) : newPerson(desk.ids.next('person'), facts, await desk.places.gazetteer(tx));
    const person: Person =
      named.areaState === 'CONFIRMED' ? named : { ...named, currentAreaId: area.id, areaPath: area.path, areaState: 'CONFIRMED' };
    const fresh: Case = {
      id: desk.ids.next('case'),
      no: await desk.cases.nextNumber(tx),
      personId: person.id,
      category: input.category,
      onsetOn: input.onsetOn,
      firstPositiveSampleAt: input.firstPositiveSampleAt,
      reportedAt: input.reportedAt ?? tx.now,
      isolatedAt: input.isolatedAt,
      anchors: {},
      hospital: input.hospital?.trim() || null,
      protocolId: input.protocolId ?? DEFAULT_PROTOCOL,
      team: input.team?.trim() || null,
      ownerId: actor.accountId,
      areaId: area.id,
      areaPath: area.path,
      importStatus: null,
      infectedById: null,
      infectedByState: null,
      createdAt: tx.now,
      coreReportedAt: null,
      rev: tx.rev,
    };
    const flaw = flawOf(personSchema(tx.now), person) ?? flawOf(caseSchema(tx.now, await protocolsThatJudge(desk, tx)), fresh);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    await desk.people.save(tx, [person]);
    await desk.cases.save(tx, [fresh]);
    for (const one of [fresh, ...(await casesTouching(desk, tx, [person.id])).filter((c) => c.id !== fresh.id)])
      await rederiveCase(desk, tx, one);
    tx.touch(person.id, fresh.id);
    tx.announce('cases', fresh.id);
    return { kind: 'case-saved', case: fresh };
  });
}
