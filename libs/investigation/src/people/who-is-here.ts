import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { Person } from './person-store.js';

/**
 * Which of these people's records lie where an actor works: search, look-up and import ask here. A contact lies where the case that exposed
 * it is worked on, a case where it is investigated, anybody else where they live; whoever lives nowhere yet is everybody's.
 */
export async function whoIsHere(desk: Desk, tx: Tx, actor: Pick<Actor, 'areaPath'>, people: readonly Person[]): Promise<Set<string>> {
  const ids = people.map(({ id }) => id);
  // Everything lies under the root: nobody needs to be asked about.
  if (actor.areaPath === '/') return new Set(ids);
  const worked = new Map((await desk.cases.byPerson(tx, ids)).map((c) => [c.personId, c.areaPath]));
  for (const contact of await desk.contacts.byPersonIds(tx, ids)) worked.set(contact.personId, contact.homePath);
  const here = (person: Person): boolean => {
    const path = worked.get(person.id) ?? person.areaPath;
    return path?.startsWith(actor.areaPath) ?? true;
  };
  return new Set(people.filter(here).map(({ id }) => id));
}
