import { createHash } from 'node:crypto';
import type { Contact } from '../contacts/contact-store.js';
import type { Person } from '../people/person-store.js';

/** What the receiving community may know: whom to find, where, how urgent. No case, no diagnosis, no document number (`domain.md` §10.3). */
export function snapshotOf(person: Person, contact: Contact): Record<string, string> {
  return {
    name: person.name,
    sex: person.sex,
    birthOn: person.birthOn ?? '',
    phones: person.phones.join(' '),
    address: person.currentAddress ?? person.address ?? '',
    cls: contact.cls,
    last: contact.last === null ? '' : String(contact.last),
    needs: person.needs.join(' '),
    guardian: person.guardianId ?? '',
  };
}

export const snapshotHash = (snapshot: Record<string, string>): string =>
  createHash('sha256').update(JSON.stringify(snapshot)).digest('hex').slice(0, 16);
