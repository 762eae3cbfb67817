import { deriveInTurns } from '../determinations/derive-in-turns.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

/** Cases of which nothing is known are marked this many at a time: a line list may hold tens of thousands. */
const MARKED_AT_ONCE = 5_000;

/** Derives anew every case that facts since a revision may concern; one transaction each, so that desks go on meanwhile. Answers how many. */
export async function deriveTouched(desk: Desk, actor: Actor, sinceRev: number): Promise<number> {
  const touched = await desk.work.read((tx) => desk.cases.touchedSince(tx, sinceRev));
  await deriveInTurns(
    desk,
    actor,
    touched.filter(({ hasFacts }) => hasFacts).map(({ id }) => id),
  );
  const empty = touched.filter(({ hasFacts }) => !hasFacts).map(({ id }) => id);
  for (let i = 0; i < empty.length; i += MARKED_AT_ONCE) {
    const ids = empty.slice(i, i + MARKED_AT_ONCE);
    await desk.work.write(actor, 'derive', async (tx) => {
      await desk.determinations.markDerived(tx, ids, null);
      tx.touch(...ids);
    });
  }
  return touched.length;
}
