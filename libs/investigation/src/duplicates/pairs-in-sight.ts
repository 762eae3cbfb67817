import type { Contact } from '../contacts/contact-store.js';
import { whoIsHere } from '../people/who-is-here.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';

/** A pair of which at least one side lies where the asker works. */
export interface PairInSight {
  readonly pair: DuplicatePair;
  /** Of the side, or the two sides, that may be seen. */
  readonly contacts: readonly Contact[];
  /** The side that may be seen, when the other lies in another area: then nothing but that it exists is told of it. Null: both may be seen. */
  readonly onlyHere: string | null;
}

/**
 * The one place that decides what an asker sees of pairs: both records where both lie in the asker's area, one where the other lies elsewhere, and
 * nothing of a pair that lies elsewhere as a whole. A record that is merged is in no pair.
 */
export async function pairsInSight(desk: Desk, tx: Tx, actor: Actor, pairs: readonly DuplicatePair[]): Promise<PairInSight[]> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const people = (await desk.people.byIds(tx, ids)).filter(({ mergedInto }) => mergedInto === null);
  const inUse = new Set(people.map(({ id }) => id));
  const here = await whoIsHere(desk, tx, actor, people);
  const contacts = new Map((await desk.contacts.byPersonIds(tx, [...here])).map((contact) => [contact.personId, contact]));
  return pairs.flatMap((pair): PairInSight[] => {
    const sides = [pair.a, pair.b];
    const seen = sides.filter((id) => here.has(id));
    if (seen.length === 0 || !sides.every((id) => inUse.has(id))) return [];
    const theirs = seen.flatMap((id) => contacts.get(id) ?? []);
    if (seen.length === 1) return [{ pair, contacts: theirs, onlyHere: seen[0]! }];
    return theirs.length === 0 ? [] : [{ pair, contacts: theirs, onlyHere: null }];
  });
}

/** A pair of which the asker sees both records; null: there is none by this id. */
export async function pairHere(
  desk: Desk,
  tx: Tx,
  actor: Actor,
  pairId: string,
): Promise<{ pair: DuplicatePair; contacts: readonly Contact[] } | null> {
  const pair = await desk.duplicates.byId(tx, pairId);
  const [found] = pair ? await pairsInSight(desk, tx, actor, [pair]) : [];
  return found?.onlyHere === null ? found : null;
}
