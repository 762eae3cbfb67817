import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { Person } from './person-store.js';

/**
 * Where these people's records lie: a contact where the case that exposed it is worked on, a case where it is investigated, anybody else where they live;
 * null: they live nowhere yet.
 */
export async function pathsOfPeople(desk: Desk, tx: Tx, people: readonly Person[]): Promise<Map<string, string | null>> {
  const ids = people.map(({ id }) => id);
  const worked = new Map((await desk.cases.byPerson(tx, ids)).map((c) => [c.personId, c.areaPath]));
  for (const contact of await desk.contacts.byPersonIds(tx, ids)) worked.set(contact.personId, contact.homePath);
  return new Map(people.map(({ id, areaPath }) => [id, worked.get(id) ?? areaPath]));
}

/** Which of these people's records lie where an actor works: search, look-up and import ask here. Whoever lives nowhere yet is everybody's. */
export async function whoIsHere(desk: Desk, tx: Tx, actor: Pick<Actor, 'areaPath'>, people: readonly Person[]): Promise<Set<string>> {
  // Everything lies under the root: nobody needs to be asked about.
  if (actor.areaPath === '/') return new Set(people.map(({ id }) => id));
  const paths = await pathsOfPeople(desk, tx, people);
  return new Set([...paths].filter(([, path]) => path?.startsWith(actor.areaPath) ?? true).map(([id]) => id));
}
