import type { Instant } from '@tracewright/epi-core';
import type { Person } from '../people/person-store.js';

export interface Described {
  readonly person: Person;
  /** When it was last said of them; null: not known. */
  readonly saidAt: Instant | null;
}

/** A document that passes its check says who somebody is. */
const verified = ({ person }: Described): number => Number(person.documents.some(({ valid }) => valid));
const said = ({ saidAt }: Described): number => saidAt ?? Number.NEGATIVE_INFINITY;

/**
 * What one record says of two people who are one: of each field the value beside a verified document, else the newest, else the longest (domain notes
 * §7.4). An empty value never stands for one that is known. Of `kept` stay the id and, unless it is the other's that is confirmed, the area that must act.
 */
export function goldenValues(kept: Described, gone: Described): Person {
  const by = (...ranks: ((one: Described) => number)[]): Described[] =>
    [kept, gone].sort((x, y) => ranks.map((rank) => rank(y) - rank(x)).find((order) => order !== 0) ?? 0);
  const first = <T>(order: readonly Described[], value: (person: Person) => T | null): T | null =>
    order.map(({ person }) => value(person)).find((one) => one !== null && one !== '') ?? null;
  const longest = (value: (person: Person) => string | null) => (one: Described) => value(one.person)?.length ?? 0;
  const identity = by(verified, said);
  const name = (person: Person): string => person.name;
  const address = (person: Person): string | null => person.address;
  const currentAddress = (person: Person): string | null => person.currentAddress;
  const { person } = kept;
  const acting = person.areaState !== 'CONFIRMED' && gone.person.areaState === 'CONFIRMED' ? gone.person : person;
  return {
    ...person,
    name: first(by(verified, said, longest(name)), name) ?? '',
    sex: first(identity, ({ sex }) => (sex === 'unknown' ? null : sex)) ?? 'unknown',
    birthOn: first(identity, ({ birthOn }) => birthOn),
    address: first(by(said, longest(address)), address),
    currentAddress: first(by(said, longest(currentAddress)), currentAddress),
    needs: [...new Set([...person.needs, ...gone.person.needs])],
    guardianId: person.guardianId ?? gone.person.guardianId,
    description: person.description ?? gone.person.description,
    areaId: acting.areaId,
    currentAreaId: acting.currentAreaId,
    areaPath: acting.areaPath,
    areaState: acting.areaState,
    proposedAreaId: acting.proposedAreaId,
    proposedWords: acting.proposedWords,
  };
}
