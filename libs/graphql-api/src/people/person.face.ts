import { type Person, seePerson } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';

/** A person as this asker may see them: masked by the one table, audited by the loader. */
export async function personFace(ask: Ask, id: string): Promise<object> {
  const person = await ask.people.load(id);
  if (!person) throw new Error('A record points at a person who is not there.');
  return seenFace(ask, person);
}

export const seenFace = (ask: Ask, person: Person): object => {
  const seen = seePerson(ask.actor, person, ask.desk.clock.now());
  const areaName = async (id: string | null) => (id === null ? null : ((await ask.areas.load(id))?.name ?? null));
  return { ...seen, areaName: () => areaName(seen.areaId), proposedAreaName: () => areaName(seen.proposedAreaId) };
};

/** The name as this asker may see it; audited like the person. */
export async function nameOf(ask: Ask, id: string): Promise<string | null> {
  const person = await ask.people.load(id);
  return person ? seePerson(ask.actor, person, ask.desk.clock.now()).name : null;
}

export async function optionalPerson(ask: Ask, id: string | null): Promise<object | null> {
  return id === null || !(await ask.people.load(id)) ? null : personFace(ask, id);
}
