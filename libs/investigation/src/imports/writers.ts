import { lostDigits } from '@tracewright/epi-core';
import { type ImportKind, type RawRecord, type Rejection, reject } from './raw-record.js';
import type { WriteRecords } from './record-writer.js';
import { writeAccounts } from './records/accounts.js';
import { writeAreas } from './records/areas.js';
import { writeCases } from './records/cases.js';
import { writeContacts } from './records/contacts.js';
import { writeEvidence } from './records/evidence.js';
import { writePeople } from './records/people.js';
import { writePlaces } from './records/places.js';
import { writeStays } from './records/stays.js';

/** Fields by which records are told apart and point at each other. */
const KEYS = ['area', 'place', 'person', 'case', 'stay', 'evidence', 'contact', 'from', 'to', 'via', 'parent', 'guardian', 'current_area'];

/** Two keys that a spreadsheet has rounded look alike: a record that has one would become somebody else's. */
function spoiledIn(record: RawRecord): Rejection | null {
  const field = KEYS.find((name) => lostDigits(record[name] ?? ''));
  return field === undefined
    ? null
    : reject(
        field,
        'key-spoiled',
        `编号“${record[field]}”被 Excel 改成了科学计数法，末几位已丢失：请把该列设为文本后重新填写。`,
        `A spreadsheet turned this id into "${record[field]}" and its last digits are lost: format the column as text and enter it again.`,
      );
}

const unlessSpoiled =
  (write: WriteRecords): WriteRecords =>
  async (slice) => {
    const spoiled = slice.records.map(spoiledIn);
    if (spoiled.every((one) => one === null)) return write(slice);
    const rest = (await write({ ...slice, records: slice.records.filter((_, i) => spoiled[i] === null) })).values();
    return spoiled.map((one) => one ?? rest.next().value!);
  };

/** How each kind of record gets into the graph: the same way for an import, the command line and the demo. */
export const WRITERS: Readonly<Record<ImportKind, WriteRecords>> = {
  areas: unlessSpoiled(writeAreas),
  places: unlessSpoiled(writePlaces),
  people: unlessSpoiled(writePeople),
  cases: unlessSpoiled(writeCases),
  stays: unlessSpoiled(writeStays),
  evidence: unlessSpoiled(writeEvidence),
  contacts: unlessSpoiled(writeContacts),
  accounts: unlessSpoiled(writeAccounts),
};
