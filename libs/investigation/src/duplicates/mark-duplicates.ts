import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { type DuplicatePair, UNTOUCHED } from './duplicate-store.js';
import { flagContacts } from './flag-contacts.js';
import { askToClear } from './hold-tasks.js';

/** Looks for duplicates among these people and everybody; new pairs go to the review queue, "not the same" is remembered. */
export async function markDuplicates(desk: Desk, tx: WriteTx, contacts: readonly Contact[]): Promise<void> {
  if (contacts.length === 0) return;
  const found = await desk.duplicateFinder.among(
    tx,
    contacts.map((c) => c.personId),
  );
  if (found.length === 0) return;
  const known = new Map(
    (
      await desk.duplicates.existing(
        tx,
        found.map((f) => `${f.a}|${f.b}`),
      )
    ).map((p) => [p.id, p]),
  );
  const fresh = found
    .filter((f) => !known.has(`${f.a}|${f.b}`))
    .map(
      (f): DuplicatePair => ({
        id: `${f.a}|${f.b}`,
        ...f,
        ...UNTOUCHED,
        at: tx.now,
      }),
    );
  await desk.duplicates.save(tx, fresh);
  await askToClear(desk, tx, fresh);
  const open = [...known.values(), ...fresh].filter((p) => p.state === 'OPEN' || p.state === 'LATER');
  await flagContacts(desk, tx, [...new Set(open.flatMap((p) => [p.a, p.b]))]);
  tx.announce('duplicates');
}
