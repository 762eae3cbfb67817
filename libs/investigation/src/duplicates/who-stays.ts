import type { Contact } from '../contacts/contact-store.js';
import type { DuplicatePair } from './duplicate-store.js';

/** The smaller, the more there is to be said for leaving somebody as they are. */
const standing = (contact: Contact | undefined): number => (contact?.pushId ? 0 : (contact?.identifiedAt ?? Number.POSITIVE_INFINITY));

/** Of those who are one person the one that stays, unless somebody says otherwise: whom an area was told of, else whoever was found first. */
export function whoStaysOf(people: readonly string[], contacts: readonly Contact[]): string {
  const of = (personId: string): number => standing(contacts.find((contact) => contact.personId === personId));
  return people.reduce((best, one) => (of(one) < of(best) ? one : best));
}

export function whoStays({ a, b }: DuplicatePair, contacts: readonly Contact[]): { readonly keptId: string; readonly mergedId: string } {
  return whoStaysOf([a, b], contacts) === b ? { keptId: b, mergedId: a } : { keptId: a, mergedId: b };
}
