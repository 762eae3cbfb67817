/** Who faced whom in one step of 20 seconds that ended at `t`. */
export interface Contact {
  readonly t: number;
  readonly a: string;
  readonly b: string;
}

/** A person in a gathering: those who hang together by the contacts of one step stand at one place. `from` and `to` in seconds. */
export interface Visit {
  readonly person: string;
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

const STEP_SECONDS = 20;

/** Contacts without places, turned into people at places: one place a connected component of one step, as the data's README says. */
export function gatherings(contacts: readonly Contact[]): Visit[] {
  const steps = new Map<number, Contact[]>();
  for (const contact of contacts) steps.set(contact.t, [...(steps.get(contact.t) ?? []), contact]);
  return [...steps].flatMap(([t, of]) => {
    const leader = new Map<string, string>();
    const lead = (person: string): string => {
      const next = leader.get(person) ?? person;
      return next === person ? person : lead(next);
    };
    for (const { a, b } of of) {
      leader.set(a, leader.get(a) ?? a);
      leader.set(lead(b), lead(a));
    }
    return [...new Set(of.flatMap(({ a, b }) => [a, b]))].map((person) => ({
      person,
      place: `${t} ${lead(person)}`,
      from: t - STEP_SECONDS,
      to: t,
    }));
  });
}
