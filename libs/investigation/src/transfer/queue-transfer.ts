import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { TransferTask } from './transfer-store.js';

const DAY_MS = 86_400_000;
const GUARDIAN_UNTIL_YEARS = 14;

/** Under 14: never moved without the guardian (ruling 25). */
export const isMinor = (person: Person, now: number): boolean =>
  person.birthOn !== null && now - Date.parse(person.birthOn) < GUARDIAN_UNTIL_YEARS * 365.25 * DAY_MS;

/** Puts a person into the queue, with the party they must not be parted from. Somebody who is in it already stays as they are. */
export async function queueTransfer(desk: Desk, tx: WriteTx, contact: Contact, person: Person): Promise<TransferTask> {
  const existing = await desk.transfer.liveTaskOf(tx, person.id);
  if (existing) return existing;
  // The guardian's party, or that of a ward who was queued first.
  const bound = [
    person.guardianId,
    ...(await desk.people.household(tx, person.id)).filter((p) => p.guardianId === person.id).map((p) => p.id),
  ];
  let partyId = person.guardianId ?? person.id;
  for (const id of bound) {
    const task = id === null ? null : await desk.transfer.liveTaskOf(tx, id);
    if (task) partyId = task.partyId;
  }
  const needs = [...new Set([...person.needs, ...(isMinor(person, tx.now) ? ['guardian'] : [])])];
  const task: TransferTask = {
    id: desk.ids.next('transfer'),
    personId: person.id,
    contactId: contact.id,
    partyId,
    cls: contact.cls,
    state: 'WAITING',
    runId: null,
    seatNo: null,
    siteId: null,
    roomId: null,
    address: person.currentAddress ?? person.address ?? '',
    areaId: contact.areaId,
    areaPath: contact.areaPath ?? contact.homePath,
    needs,
    dueAt: contact.dueAt ?? tx.now,
    identityChecked: false,
    temperature: null,
    boardedAt: null,
    atSiteAt: null,
    handedOverAt: null,
    settledAt: null,
    exitReason: null,
  };
  await desk.transfer.saveTasks(tx, [task]);
  return task;
}
