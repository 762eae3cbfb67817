import { consequenceOf } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, WriteTx } from '../platform/unit-of-work.js';
import { bringBackPairs, pairIdOf } from './carry-pairs.js';
import { type Keys, type Merge, UNTOUCHED } from './duplicate-store.js';
import { goldenValues } from './golden-values.js';
import { askToClear } from './hold-tasks.js';
import { rederivePeople } from './merge-people.js';

export type UndoMergeOutcome =
  | { kind: 'merge-undone'; mergeId: string }
  | { kind: 'not-allowed' }
  | { kind: 'merge-not-found' }
  | { kind: 'merged-since' }
  | { kind: 'already-undone' };

/** Takes a merge apart: facts and what is derived from them equal those before; decisions, revisions and audit have grown (ruling 28). */
export async function undoMerge(desk: Desk, actor: Actor, mergeId: string): Promise<UndoMergeOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'undo-merge', async (tx): Promise<UndoMergeOutcome> => {
    const record = await desk.duplicates.merge(tx, mergeId);
    const contacts = record ? await desk.contacts.byPersonIds(tx, [record.keptId, record.mergedId]) : [];
    if (!record || !contacts.every((contact) => contact.homePath.startsWith(actor.areaPath))) return { kind: 'merge-not-found' };
    if (record.undoneAt !== null) return { kind: 'already-undone' };
    const [kept] = await desk.people.byIds(tx, [record.keptId]);
    if (kept && kept.mergedInto !== null) return { kind: 'merged-since' };
    const all = (await desk.duplicates.mergesOf(tx, record.keptId)).filter(({ keptId }) => keptId === record.keptId);
    await putPeopleBack(desk, tx, record, all);
    await desk.duplicates.saveMerge(tx, { ...record, undoneAt: Math.max(tx.now, ...all.map(({ at }) => at)) });
    await reviveContact(desk, tx, record);
    await askAgain(desk, tx, pairIdOf(record.keptId, record.mergedId));
    await rederivePeople(desk, tx, [record.keptId, record.mergedId]);
    await bringBackPairs(desk, tx, record);
    tx.touch(record.keptId, record.mergedId);
    for (const topic of ['duplicates', 'contacts', 'ledger'] as const) tx.announce(topic);
    return { kind: 'merge-undone', mergeId };
  });
}

/** What the one brought goes back with it; what others brought who were merged into the same record stays. */
async function putPeopleBack(desk: Desk, tx: WriteTx, record: Merge, all: readonly Merge[]): Promise<void> {
  await desk.duplicates.moveBack(tx, record, keysWithout(record, all, await desk.duplicates.keysOf(tx, record.keptId)));
  const { former, again } = withoutMerge(record, all);
  if (!former) return;
  const ids = [record.keptId, ...again.map(({ mergedId }) => mergedId)];
  const people = new Map((await desk.people.byIds(tx, ids)).map((one) => [one.id, one]));
  const values = again.reduce((person, { mergedId }) => {
    const gone = people.get(mergedId);
    return gone ? goldenValues({ person, saidAt: null }, { person: gone, saidAt: null }) : person;
  }, former);
  const { documents, phones } = people.get(record.keptId)!;
  await desk.people.save(tx, [{ ...values, documents, phones }]);
}

/** Whether a merge stood when the other was made. */
const stoodAt = (one: Merge, { at }: Merge): boolean => one.at < at && (one.undoneAt === null || one.undoneAt >= at);

/**
 * As whom the one who stayed is written without this merge: as it was before it, or before the earliest of those that it was made upon and that are undone
 * meanwhile; and which merges since count again.
 */
export function withoutMerge(record: Merge, all: readonly Merge[]): { former: Person | null; again: readonly Merge[] } {
  const inOrder = [...all].sort((x, y) => x.at - y.at);
  const from = inOrder.find((one) => one.id === record.id || (one.undoneAt !== null && stoodAt(one, record)))!;
  const again = inOrder.filter((one) => one.undoneAt === null && one.id !== record.id && one.at > from.at);
  return { former: from.before.kept as unknown as Person | null, again };
}

/** Documents and phones of the one who stays without what the other alone brought. */
export function keysWithout(record: Merge, all: readonly Merge[], now: Keys): Keys {
  const others = all.filter(({ id }) => id !== record.id);
  const without = (of: (merge: Merge) => { brought: readonly string[]; had: readonly string[] }, keys: readonly string[]): string[] => {
    const { brought, had } = of(record);
    const before = others.filter((one) => stoodAt(one, record));
    const own = (key: string): boolean =>
      had.includes(key) && !before.some((one) => of(one).brought.includes(key) && !of(one).had.includes(key));
    const standing = others.filter(({ undoneAt }) => undoneAt === null);
    return keys.filter((key) => !brought.includes(key) || own(key) || standing.some((one) => of(one).brought.includes(key)));
  };
  return {
    documents: without(({ before }) => ({ brought: before.documents, had: before.keptDocuments }), now.documents),
    phones: without(({ before }) => ({ brought: before.phones, had: before.keptPhones }), now.phones),
  };
}

/** The pair waits again; one that another merge had carried over, and that is undone meanwhile, is not there any more. */
async function askAgain(desk: Desk, tx: WriteTx, pairId: string): Promise<void> {
  const pair = await desk.duplicates.byId(tx, pairId);
  if (!pair) return;
  const carrier = pair.carriedBy === null ? null : await desk.duplicates.merge(tx, pair.carriedBy);
  if (carrier && carrier.undoneAt !== null) return desk.duplicates.remove(tx, [pair.id]);
  const { carriedBy } = pair;
  const open = { ...pair, ...UNTOUCHED, carriedBy };
  await desk.duplicates.save(tx, [open]);
  await askToClear(desk, tx, [open]);
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
