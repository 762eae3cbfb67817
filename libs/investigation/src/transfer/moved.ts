import { OBSERVATION_ENDED } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { TransferTask } from './transfer-store.js';

/** The contact follows its transfer task, with an event for each; `change` says what else becomes of the contact. */
export async function moved(
  desk: Desk,
  tx: WriteTx,
  tasks: readonly TransferTask[],
  kind: string,
  reason: string | null,
  change: (contact: Contact, task: TransferTask) => Contact = (c) => c,
): Promise<void> {
  const contacts = new Map(
    (
      await desk.contacts.byIds(
        tx,
        tasks.map((t) => t.contactId),
      )
    ).map((c) => [c.id, c]),
  );
  const changes = tasks.flatMap((task) => {
    const was = contacts.get(task.contactId);
    if (!was) return [];
    const ended = was.observation !== null && OBSERVATION_ENDED.has(was.observation);
    const contact = ended ? { ...was, transfer: task.state } : change({ ...was, transfer: task.state }, task);
    return [
      {
        contact,
        event: {
          contactId: was.id,
          personId: was.personId,
          subject: 'transfer' as const,
          subjectId: task.id,
          kind,
          was: was.transfer,
          became: task.state,
          reason,
          note: task.exitReason,
        },
      },
    ];
  });
  await desk.contacts.save(tx, changes);
  tx.touch(...tasks.map((t) => t.personId));
  for (const topic of ['transfer', 'contacts', 'ledger'] as const) tx.announce(topic);
}
