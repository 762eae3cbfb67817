import type { CaseCategory, Day, Instant } from '@tracewright/epi-core';
import { shippedProtocol } from '@tracewright/epi-core';
import { casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import { findPerson, newPerson } from '../people/find-or-make-person.js';
import { type PersonProblem, type PersonWords, personFacts, withFacts } from '../people/person-facts.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
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

export interface ValueProblem {
  readonly field: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
export type CaseOutcome =
  | { kind: 'case-saved'; case: Case }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'changed-meanwhile'; by: string; at: Instant; rev: number }
  | { kind: 'invalid-input'; fields: readonly (ValueProblem | PersonProblem)[] };

export const DEFAULT_PROTOCOL = 'CN-COVID-V8';

/** Moments that lie in the future, or a protocol that is not installed. */
export function caseProblems(
  values: Partial<Pick<Case, 'onsetOn' | 'firstPositiveSampleAt' | 'reportedAt' | 'isolatedAt' | 'protocolId'>>,
  now: Instant,
): ValueProblem[] {
  const problems: ValueProblem[] = [];
  for (const field of ['firstPositiveSampleAt', 'reportedAt', 'isolatedAt'] as const)
    if ((values[field] ?? 0) > now)
      problems.push({
        field,
        code: 'in-future',
        zh: '这个时间还没到，请核对日期。',
        en: 'This moment lies in the future: check the date.',
      });
  if (values.onsetOn && Date.parse(values.onsetOn) > now)
    problems.push({
      field: 'onsetOn',
      code: 'in-future',
      zh: '发病日期还没到，请核对。',
      en: 'The day of onset lies in the future: check it.',
    });
  if (values.protocolId && !shippedProtocol(values.protocolId))
    problems.push({
      field: 'protocolId',
      code: 'protocol-unknown',
      zh: '没有安装这个方案，请从列表中选。',
      en: 'This protocol is not installed: choose one from the list.',
    });
  return problems;
}

/** Opens a case for a person who is known or becomes so. Contacts are derived at once; an open case of the same person is refused by name. */
export async function createCase(desk: Desk, actor: Actor, input: NewCase): Promise<CaseOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  const { facts, problems } = personFacts(input);
  const wrong = [...problems, ...caseProblems({ ...input, protocolId: input.protocolId ?? DEFAULT_PROTOCOL }, desk.clock.now())];
  if (wrong.length > 0) return { kind: 'invalid-input', fields: wrong };
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
    const person = known ? withFacts(known, facts) : newPerson(desk.ids.next('person'), facts, await desk.places.gazetteer(tx));
    await desk.people.save(tx, [
      person.areaState === 'CONFIRMED' ? person : { ...person, currentAreaId: area.id, areaPath: area.path, areaState: 'CONFIRMED' },
    ]);
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
      hospital: input.hospital,
      protocolId: input.protocolId ?? DEFAULT_PROTOCOL,
      team: input.team,
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
    await desk.cases.save(tx, [fresh]);
    for (const one of [fresh, ...(await casesTouching(desk, tx, [person.id])).filter((c) => c.id !== fresh.id)])
      await rederiveCase(desk, tx, one);
    tx.touch(person.id, fresh.id);
    tx.announce('cases', fresh.id);
    return { kind: 'case-saved', case: fresh };
  });
}
