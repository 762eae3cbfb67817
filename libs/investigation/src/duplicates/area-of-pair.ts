import { pathsOfPeople } from '../people/who-is-here.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';

/** The smallest area that holds both paths; the root when they share none. */
export function areaAbove(one: string, other: string): string {
  const [mine, theirs] = [one.split('/').filter(Boolean), other.split('/').filter(Boolean)];
  const parting = mine.findIndex((id, i) => theirs[i] !== id);
  const shared = parting < 0 ? mine : mine.slice(0, parting);
  return shared.length === 0 ? '/' : `/${shared.join('/')}/`;
}

/** Whose desk may decide about two people: the one they both lie in, else the area above both. */
export async function areaOfPair(desk: Desk, tx: Tx, { a, b }: Pick<DuplicatePair, 'a' | 'b'>): Promise<string> {
  const paths = await pathsOfPeople(desk, tx, await desk.people.byIds(tx, [a, b]));
  const [one, other] = [paths.get(a) ?? null, paths.get(b) ?? null];
  return one === null || other === null ? (one ?? other ?? '/') : areaAbove(one, other);
}
