import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { areTwoCases } from './decide-duplicate.js';
import { type DuplicatePair, ENGINE } from './duplicate-store.js';
import { flagContacts } from './flag-contacts.js';
import { thresholdsOf } from './identity-setting.js';
import { mergePeople } from './merge-people.js';
import { pairsInSight } from './pairs-in-sight.js';
import { whoStays } from './who-stays.js';

/** One valid document and a name that is at least alike (domain notes §7.4): nothing less is certain. */
const NAMES_ALIKE: ReadonlySet<string> = new Set(['same', 'sound', 'alike']);

async function isCertain(desk: Desk, tx: Tx, pair: DuplicatePair): Promise<boolean> {
  const { match } = await thresholdsOf(desk, tx);
  if (pair.state !== 'OPEN' || pair.reason !== 'same-document') return false;
  const evidence = await desk.duplicateFinder.explain(tx, pair.a, pair.b);
  const level = (part: string): string | undefined => evidence?.fields.find((field) => field.part === part)?.level;
  if (evidence?.veto !== null || evidence.probability < match || level('document') !== 'same' || !NAMES_ALIKE.has(level('name') ?? ''))
    return false;
  // Taken apart by somebody who knew better.
  if ((await desk.duplicates.mergesOf(tx, pair.a)).some(({ keptId, mergedId }) => [keptId, mergedId].includes(pair.b))) return false;
  return !(await areTwoCases(desk, tx, [pair.a, pair.b]));
}

/**
 * Attaches every record of the asker's area that is certainly somebody we know: one transaction a pair, so that desks go on meanwhile. Answers how
 * many. What is less than certain stays in the review queue.
 */
export async function attachCertain(desk: Desk, actor: Actor): Promise<number> {
  const undecided = await desk.work.read(async (tx) =>
    (await pairsInSight(desk, tx, actor, await desk.duplicates.undecided(tx, actor.areaPath)))
      .filter(({ onlyHere }) => onlyHere === null)
      .map(({ pair }) => pair),
  );
  let attached = 0;
  for (const { id } of undecided.filter(({ reason }) => reason === 'same-document'))
    attached += await desk.work.write(actor, 'attach-certain', async (tx) => {
      const pair = await desk.duplicates.byId(tx, id);
      if (!pair || !(await isCertain(desk, tx, pair))) return 0;
      const contacts = await desk.contacts.byPersonIds(tx, [pair.a, pair.b]);
      await mergePeople(desk, tx, { ...whoStays(pair, contacts), contacts, by: ENGINE });
      await desk.duplicates.save(tx, [{ ...pair, state: 'SAME', decidedBy: ENGINE, decidedAt: tx.now }]);
      await flagContacts(desk, tx, [pair.a, pair.b]);
      tx.touch(pair.a, pair.b);
      for (const topic of ['duplicates', 'contacts'] as const) tx.announce(topic);
      return 1;
    });
  return attached;
}
