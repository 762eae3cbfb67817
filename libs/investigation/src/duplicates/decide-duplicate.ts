import { consequenceOf, type Instant } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Certainty } from '../determinations/determination-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import type { DuplicateEvidence, DuplicatePair, Merge } from './duplicate-store.js';
import { flagContacts } from './flag-contacts.js';
import { askToClear } from './hold-tasks.js';
import { mergePeople, rederivePeople } from './merge-people.js';
import { whoStays } from './who-stays.js';

export const DUPLICATE_DECISIONS = ['same', 'not-same', 'later', 'household'] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];
export type DecideDuplicateOutcome =
  | { kind: 'duplicate-decided'; pairId: string; mergeId: string | null }
  | { kind: 'not-allowed' }
  | { kind: 'pair-not-found' }
  | { kind: 'already-decided' }
  | { kind: 'two-cases' }
  | { kind: 'decision-unknown' };

const STATE = { same: 'SAME', 'not-same': 'NOT_SAME', later: 'LATER', household: 'HOUSEHOLD' } as const;

/** Both people's contacts, when the pair lies in the asker's area. */
async function pairHere(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<{ pair: DuplicatePair; contacts: Contact[] } | null> {
  const pair = await desk.duplicates.byId(tx, pairId);
  if (!pair) return null;
  const contacts = await desk.contacts.byPersonIds(tx, [pair.a, pair.b]);
  return contacts.length > 0 && contacts.every((c) => c.homePath.startsWith(actor.areaPath)) ? { pair, contacts } : null;
}

/** What speaks for and against the two, field by field; null when the pair is not in the asker's area. */
export async function duplicateEvidence(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<DuplicateEvidence | null> {
  const found = await pairHere(desk, tx, actor, pairId);
  return found && desk.duplicateFinder.explain(tx, found.pair.a, found.pair.b);
}

/** When one of the two was exposed, and where. */
export interface PairExposure {
  readonly personId: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly placeName: string | null;
  readonly caseNo: string;
  readonly certainty: Certainty;
}

/** The exposures of both, the earliest first; nothing when the pair is not in the asker's area. */
export async function duplicateExposures(desk: Desk, tx: Tx, actor: Actor, pairId: string): Promise<PairExposure[]> {
  const found = await pairHere(desk, tx, actor, pairId);
  if (!found) return [];
  const live = await desk.determinations.liveOfPeople(tx, [found.pair.a, found.pair.b]);
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  const cases = new Map((await desk.cases.byIds(tx, distinct(live.map((d) => d.caseId)))).map((one) => [one.id, one.no]));
  const places = new Map((await desk.places.byIds(tx, distinct(live.flatMap((d) => d.placeId ?? [])))).map((one) => [one.id, one.name]));
  return live
    .flatMap(({ personId, first, last, placeId, caseId, certainty }): PairExposure[] =>
      first === null || last === null
        ? []
        : [{ personId, first, last, placeName: places.get(placeId ?? '') ?? null, caseNo: cases.get(caseId) ?? '', certainty }],
    )
    .sort((x, y) => x.first - y.first);
}

/**
 * "Same": the other person's records, stays, names and cases move to the one that is kept, in one transaction; every source record and
 * exposure stays, and the undo puts all back. "Not the same" and "household", two who live together, are remembered and free a held push. "Later" leaves it at the end of the queue.
 */
export async function decideDuplicate(
  desk: Desk,
  actor: Actor,
  input: { pairId: string; decision: DuplicateDecision; keptId: string | null; seconds: number | null; note: string | null },
): Promise<DecideDuplicateOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  if (!DUPLICATE_DECISIONS.includes(input.decision)) return { kind: 'decision-unknown' };
  return desk.work.write(actor, `duplicate-${input.decision}`, async (tx): Promise<DecideDuplicateOutcome> => {
    const found = await pairHere(desk, tx, actor, input.pairId);
    if (!found) return { kind: 'pair-not-found' };
    const { pair, contacts } = found;
    if (pair.state !== 'OPEN' && pair.state !== 'LATER') return { kind: 'already-decided' };
    const { keptId, mergedId } =
      input.keptId === pair.a
        ? { keptId: pair.a, mergedId: pair.b }
        : input.keptId === pair.b
          ? { keptId: pair.b, mergedId: pair.a }
          : whoStays(pair, contacts);
    if (input.decision === 'same') {
      const cases = (await desk.cases.byPerson(tx, [pair.a, pair.b])).filter((c) => c.category !== 'excluded');
      if (new Set(cases.map((c) => c.personId)).size > 1) return { kind: 'two-cases' };
    }
    const mergeId = input.decision === 'same' ? await mergePeople(desk, tx, { keptId, mergedId, contacts, by: actor.accountId }) : null;
    await desk.duplicates.save(tx, [
      {
        ...pair,
        state: STATE[input.decision],
        decidedBy: actor.accountId,
        decidedAt: tx.now,
        seconds: input.seconds === null ? null : Math.max(0, Math.round(input.seconds)),
        note: input.note?.trim() || null,
      },
    ]);
    if (input.decision !== 'later') await desk.pushes.finishTasks(tx, [pair.id], input.decision);
    await flagContacts(desk, tx, [pair.a, pair.b]);
    tx.touch(pair.a, pair.b);
    for (const topic of ['duplicates', 'contacts', 'tasks'] as const) tx.announce(topic);
    return { kind: 'duplicate-decided', pairId: pair.id, mergeId };
  });
}

export type UndoMergeOutcome =
  | { kind: 'merge-undone'; mergeId: string }
  | { kind: 'not-allowed' }
  | { kind: 'merge-not-found' }
  | { kind: 'already-undone' };

/** Takes a merge apart: facts and what is derived from them equal those before; decisions, revisions and audit have grown (ruling 28). */
export async function undoMerge(desk: Desk, actor: Actor, mergeId: string): Promise<UndoMergeOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'undo-merge', async (tx): Promise<UndoMergeOutcome> => {
    const record = await desk.duplicates.merge(tx, mergeId);
    const kept = record ? (await desk.contacts.byPersonIds(tx, [record.keptId]))[0] : undefined;
    if (!record || (kept && !kept.homePath.startsWith(actor.areaPath))) return { kind: 'merge-not-found' };
    if (record.undoneAt !== null) return { kind: 'already-undone' };
    await desk.duplicates.moveBack(tx, record);
    const former = record.before.kept as unknown as Person | null;
    if (former) await desk.people.save(tx, [former]);
    await desk.duplicates.saveMerge(tx, { ...record, undoneAt: tx.now });
    await reviveContact(desk, tx, record);
    const pairId = [record.keptId, record.mergedId].sort().join('|');
    const pair = await desk.duplicates.byId(tx, pairId);
    if (pair) {
      await desk.duplicates.save(tx, [{ ...pair, state: 'OPEN', decidedBy: null, decidedAt: null, seconds: null, note: null }]);
      await askToClear(desk, tx, [pair]);
    }
    await rederivePeople(desk, tx, [record.keptId, record.mergedId]);
    await flagContacts(desk, tx, [record.keptId, record.mergedId]);
    tx.touch(record.keptId, record.mergedId);
    for (const topic of ['duplicates', 'contacts', 'ledger'] as const) tx.announce(topic);
    return { kind: 'merge-undone', mergeId };
  });
}

/** The contact stands where it stood; whoever was told to forget the person is told anew by a draft that is sent like any other. */
async function reviveContact(desk: Desk, tx: WriteTx, record: Merge): Promise<void> {
  const former = record.before.contact as unknown as Contact | null;
  const now = (await desk.contacts.byPersonIds(tx, [record.mergedId]))[0];
  if (!former || !now) return;
  const accepted = former.review === 'ACCEPTED' || former.review === 'CHECKED' || former.review === 'RETURNED';
  const { push } = consequenceOf('undo-merge', now.push, now.transfer);
  const revived: Contact = {
    ...former,
    review: former.review === 'MERGED' ? 'NEW' : former.review,
    observation: accepted ? 'BEING_PLACED' : former.observation,
    placed: false,
    push: push === 'draft-anew' || former.push === null ? null : now.push,
    pushId: push === 'draft-anew' || former.push === null ? null : now.pushId,
    transfer: now.transfer,
  };
  await desk.contacts.save(tx, [
    {
      contact: revived,
      event: {
        contactId: revived.id,
        personId: revived.personId,
        subject: 'person',
        subjectId: record.id,
        kind: 'merge-undone',
        was: 'MERGED',
        became: revived.review,
        reason: null,
        note: record.keptId,
      },
    },
  ]);
}
