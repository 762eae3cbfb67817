import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import { pairIdOf } from './carry-pairs.js';
import { areTwoCases, isOpen, noteDecision } from './decide-duplicate.js';
import { mergePeople } from './merge-people.js';
import { type PairInSight, pairsInSight } from './pairs-in-sight.js';
import { whoStaysOf } from './who-stays.js';

interface Said {
  readonly zh: string;
  readonly en: string;
}

export type MergeGroupOutcome =
  | { kind: 'group-merged'; keptId: string; mergeIds: readonly string[] }
  | { kind: 'not-allowed' }
  | { kind: 'pair-not-found' }
  | { kind: 'already-decided' }
  | { kind: 'not-one-group' }
  | { kind: 'two-cases' }
  | { kind: 'told-apart'; says: Said }
  | { kind: 'group-veto'; says: Said };

/** Everybody of these pairs, the one they share first, or null when they share none. */
function peopleOf(sights: readonly PairInSight[]): readonly string[] | null {
  const [one, ...rest] = sights.map(({ pair }) => [pair.a, pair.b]);
  const firstId = one?.find((id) => rest.every((ids) => ids.includes(id)));
  return firstId === undefined ? null : [firstId, ...sights.map(({ pair }) => (pair.a === firstId ? pair.b : pair.a))];
}

/** As the screen letters its columns, in the order of the pairs. */
const letters = (...at: number[]): Said => {
  const names = at.map((i) => String.fromCharCode(65 + i));
  return { zh: names.join('、'), en: names.join(' and ') };
};

/** Any two of them: what was said of them before, or what forbids it. Null: nothing speaks against. */
async function speaksAgainst(desk: Desk, tx: Tx, people: readonly string[]): Promise<MergeGroupOutcome | null> {
  const couples = people.flatMap((a, i) => people.slice(i + 1).map((b, j) => ({ a, b, who: letters(i, i + 1 + j) })));
  const ids = couples.map(({ a, b }) => pairIdOf(a, b));
  const apart = new Set(
    (await desk.duplicates.existing(tx, ids)).filter(({ state }) => state === 'NOT_SAME' || state === 'HOUSEHOLD').map(({ id }) => id),
  );
  for (const { a, b, who } of couples) {
    if (apart.has(pairIdOf(a, b))) return { kind: 'told-apart', says: who };
    const veto = (await desk.duplicateFinder.explain(tx, a, b))?.veto;
    if (veto) return { kind: 'group-veto', says: { zh: `${who.zh}：${veto.zh}。`, en: `${who.en}: ${veto.en}.` } };
  }
  return null;
}

/**
 * "All one person": every pair shares one record, and nothing forbids any two of them. All in one transaction; each merge is a decision of its own, with
 * its own undo. `keptId`: who stays; absent, whom an area was told of, else whoever was found first.
 */
export async function mergeGroup(
  desk: Desk,
  actor: Actor,
  { pairIds, keptId, seconds }: { pairIds: readonly string[]; keptId: string | null; seconds: number | null },
): Promise<MergeGroupOutcome> {
  if (actor.role !== 'database') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'merge-group', async (tx): Promise<MergeGroupOutcome> => {
    const found = new Map((await desk.duplicates.existing(tx, pairIds)).map((pair) => [pair.id, pair]));
    const sights = await pairsInSight(
      desk,
      tx,
      actor,
      pairIds.flatMap((id) => found.get(id) ?? []),
    );
    if (sights.length === 0 || sights.length < pairIds.length || sights.some(({ onlyHere }) => onlyHere !== null))
      return { kind: 'pair-not-found' };
    if (!sights.every(({ pair }) => isOpen(pair))) return { kind: 'already-decided' };
    const people = peopleOf(sights);
    if (!people) return { kind: 'not-one-group' };
    if (await areTwoCases(desk, tx, people)) return { kind: 'two-cases' };
    const against = await speaksAgainst(desk, tx, people);
    if (against) return against;
    const contacts = sights.flatMap((sight) => sight.contacts);
    const stays = keptId !== null && people.includes(keptId) ? keptId : whoStaysOf(people, contacts);
    const each = seconds === null ? null : seconds / sights.length;
    const mergeIds: string[] = [];
    // The one they share first: what was asked of it is then asked of the one who stays.
    for (const mergedId of people.filter((id) => id !== stays))
      mergeIds.push(await mergeOne(desk, tx, actor, { keptId: stays, mergedId, seconds: each }));
    return { kind: 'group-merged', keptId: stays, mergeIds };
  });
}

async function mergeOne(
  desk: Desk,
  tx: WriteTx,
  actor: Actor,
  { keptId, mergedId, seconds }: { keptId: string; mergedId: string; seconds: number | null },
): Promise<string> {
  const pair = (await desk.duplicates.byId(tx, pairIdOf(keptId, mergedId)))!;
  const contacts = await desk.contacts.byPersonIds(tx, [keptId, mergedId]);
  const mergeId = await mergePeople(desk, tx, { keptId, mergedId, contacts, by: actor.accountId });
  await noteDecision(desk, tx, pair, { state: 'SAME', seconds, note: null });
  return mergeId;
}
