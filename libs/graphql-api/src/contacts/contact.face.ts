import { type Contact, sees } from '@tracewright/investigation';
import { personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

export const accountName = async (ask: Ask, id: string | null): Promise<string | null> =>
  id === null ? null : ((await ask.accounts.load(id))?.name ?? id);

export function contactFace(ask: Ask, contact: Contact): object {
  const exposure = sees(ask.actor, 'exposure');
  const showsCase = sees(ask.actor, 'case');
  const to = contact.changedFrom === null ? null : (JSON.parse(contact.changedFrom) as object);
  return {
    ...contact,
    caseNos: showsCase ? contact.caseNos : [],
    caseIds: showsCase ? contact.caseIds : [],
    placeName: exposure ? contact.placeName : null,
    first: exposure ? contact.first : null,
    last: exposure ? contact.last : null,
    person: () => personFace(ask, contact.personId),
    areaName: async () => (contact.areaId === null ? null : ((await ask.areas.load(contact.areaId))?.name ?? null)),
    ownerName: () => accountName(ask, contact.owner),
    changedTo: exposure ? to : null,
  };
}
