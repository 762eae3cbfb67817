import { rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

/** Derives anew every case whose facts, people or places have changed since a revision; one transaction each, so that desks go on meanwhile. */
export async function deriveTouched(desk: Desk, actor: Actor, sinceRev: number): Promise<number> {
  const ids = await desk.work.read((tx) => desk.cases.touchedSince(tx, sinceRev));
  for (const id of ids)
    await desk.work.write(actor, 'derive', async (tx) => {
      const one = (await desk.cases.byIds(tx, [id]))[0];
      if (one) await rederiveCase(desk, tx, one);
      tx.touch(id);
    });
  return ids.length;
}
