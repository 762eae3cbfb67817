import type { ImportKind } from './raw-record.js';
import type { WriteRecords } from './record-writer.js';
import { writeAccounts } from './records/accounts.js';
import { writeAreas } from './records/areas.js';
import { writeCases } from './records/cases.js';
import { writeContacts } from './records/contacts.js';
import { writeEvidence } from './records/evidence.js';
import { writePeople } from './records/people.js';
import { writePlaces } from './records/places.js';
import { writeStays } from './records/stays.js';

/** How each kind of record gets into the graph: the same way for an import, the command line and the demo. */
export const WRITERS: Readonly<Record<ImportKind, WriteRecords>> = {
  areas: writeAreas,
  places: writePlaces,
  people: writePeople,
  cases: writeCases,
  stays: writeStays,
  evidence: writeEvidence,
  contacts: writeContacts,
  accounts: writeAccounts,
};
