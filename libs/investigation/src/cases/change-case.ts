import { type Instant, isLiveCase } from '@tracewright/epi-core';
import { protocolsThatJudge } from '../determinations/protocols-that-judge.js';
import { casesMeeting, casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import { caseSchema } from './case.schema.js';
import type { Case } from './case-store.js';
import type { CaseOutcome } from './create-case.js';

/** Only what is named changes; null empties a value. */
export type CaseEdit = Partial<
  Pick<
    Case,
    | 'category'
    | 'onsetOn'
    | 'firstPositiveSampleAt'
    | 'reportedAt'
    | 'isolatedAt'
    | 'hospital'
    | 'protocolId'
    | 'team'
    | 'ownerId'
    | 'importStatus'
    | 'infectedById'
    | 'infectedByState'
  >
>;

/** Who changed a case last, for the colleague who was a moment later. */
export async function lastChange(desk: Desk, tx: Tx, one: Case): Promise<{ by: string; at: Instant }> {
  const [former] = await desk.cases.history(tx, one.id);
  const account = former ? await desk.accounts.byId(tx, former.by) : null;
  return { by: account?.name ?? former?.by ?? '', at: former?.at ?? one.createdAt };
}

/** Corrects a case's facts: the former values stay in its history, and contacts follow from the new ones in the same transaction. */
export async function changeCase(desk: Desk, actor: Actor, id: string, rev: number, edit: CaseEdit): Promise<CaseOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'change-case', async (tx) => {
    const one = (await desk.cases.byIds(tx, [id]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    if (one.rev !== rev) return { kind: 'changed-meanwhile', ...(await lastChange(desk, tx, one)), rev: one.rev };
    const named = Object.fromEntries(
      Object.entries(edit).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === 'string' ? value.trim() || null : value]],
      ),
    ) as CaseEdit;
    const changed: Case = { ...one, ...named, rev: tx.rev };
    const flaw = flawOf(caseSchema(tx.now, await protocolsThatJudge(desk, tx)), changed);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    await desk.cases.save(tx, [changed]);
    for (const each of [changed, ...(await others(desk, tx, one, changed))]) await rederiveCase(desk, tx, each);
    tx.touch(one.personId, one.id);
    tx.announce('cases', one.id);
    return { kind: 'case-saved', case: changed };
  });
}

/** Whoever is a case is no contact of others, and whose case is excluded may be one again: other cases follow from that. */
async function others(desk: Desk, tx: WriteTx, before: Case, after: Case): Promise<Case[]> {
  if (isLiveCase(before) === isLiveCase(after)) return [];
  const found = [...(await casesTouching(desk, tx, [after.personId])), ...(await casesMeeting(desk, tx, after.personId))];
  return [...new Map(found.filter((c) => c.id !== after.id).map((c) => [c.id, c])).values()];
}
