import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import { sound } from '../platform/flaw.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { caseSchema } from './case.schema.js';
import type { Case } from './case-store.js';

/** A contact who became positive is a case from now on; whose contact they were is proposed as the source. */
export async function openCaseFor(desk: Desk, tx: WriteTx, contact: Contact, person: Person): Promise<Case> {
  const existing = (await desk.cases.byPerson(tx, [person.id])).find((c) => c.category !== 'excluded');
  if (existing) return existing;
  const source = (await desk.cases.byIds(tx, contact.caseIds))[0];
  const fresh: Case = {
    id: desk.ids.next('case'),
    no: await desk.cases.nextNumber(tx),
    personId: person.id,
    category: 'asymptomatic',
    onsetOn: null,
    firstPositiveSampleAt: tx.now,
    reportedAt: tx.now,
    isolatedAt:
      contact.observation === 'CENTRAL' || contact.observation === 'AWAITING_TRANSFER' || contact.observation === 'HOME' ? tx.now : null,
    anchors: {},
    hospital: null,
    protocolId: source?.protocolId ?? 'CN-COVID-V8',
    team: source?.team ?? null,
    ownerId: null,
    areaId: contact.areaId,
    areaPath: contact.areaPath ?? contact.homePath,
    importStatus: 'local',
    infectedById: source?.id ?? null,
    infectedByState: source ? 'proposed' : null,
    createdAt: tx.now,
    coreReportedAt: null,
    rev: tx.rev,
  };
  await desk.cases.save(tx, [sound(caseSchema(tx.now), fresh)]);
  tx.announce('cases', fresh.id);
  return fresh;
}
