import { buildAreas, HOME_DISTRICT } from './areas/build-areas.js';
import { type CasePerson, caseRecords } from './cases/case-records.js';
import { CASE_ROWS, caseId, FRESH_CASE } from './cases/case-table.js';
import { namedContacts } from './contacts/named-contacts.js';
import { RECEIVED, receivedContacts } from './contacts/received-contacts.js';
import { caseEvidence } from './evidence/case-evidence.js';
import { castDoubles, DOUBLES, type Double } from './people/duplicates.js';
import { GUEST, peopleRecords } from './people/people-records.js';
import { buildResidents, type Resident } from './people/residents.js';
import { rollOf, routinePeople } from './people/routine-people.js';
import { buildHomes } from './places/homes.js';
import { buildPublicPlaces, placeId } from './places/public-places.js';
import { buildAccounts, buildTeams } from './platform/accounts.js';
import { buildSites, buildVehicles } from './platform/fleet.js';
import type { DemoOutbreak, DemoPlace } from './records.js';
import { DEMO_NOW } from './seed/clock.js';
import { randomOf } from './seed/random.js';
import { stayRecords } from './stays/stay-records.js';
import { buildTrajectories, GUEST_ROLE, GUEST_ROOM } from './stays/trajectories.js';
import { twoPlaces } from './stays/two-places.js';

export const DEMO_SEED = 207;
const PEOPLE = 4000;

/** Who is written down twice, who is named, who came by letter, who only lives here. */
interface Extras {
  readonly doubles: readonly Double[];
  readonly queue: readonly string[];
  readonly received: readonly string[];
  readonly spare: readonly Resident[];
}

/** How many of the district's people the cases can name at tables and in classrooms; some of them with a wrong address. */
const NAMED = 110;
const NAMED_FROM_SPARE = 12;

function castExtras(seed: number, residents: readonly Resident[], busy: ReadonlySet<string>): Extras {
  const random = randomOf(seed, 'extras');
  const pool = residents.filter((one) => one.role === null && !busy.has(one.person) && one.age >= 18);
  const guards = new Set(residents.filter((one) => one.age === 0 && one.role === null).map((one) => one.guardian));
  const doubles = castDoubles(random, pool);
  const kept = doubles.map((double) => double.kept);
  const rest = random.shuffled(pool.filter((one) => !kept.includes(one)));
  const mother = rest.findIndex((one) => guards.has(one.person));
  const withBaby = rest.splice(Math.max(mother, 0), 1);
  const spare = rest.slice(RECEIVED + NAMED);
  const ids = (list: readonly Resident[]) => list.map((one) => one.person);
  // A mother at the banquet and her baby at home: a close and a second contact who must travel together.
  const named = [...ids(withBaby), ...ids(spare.slice(0, NAMED_FROM_SPARE)), ...ids(rest.slice(RECEIVED, RECEIVED + NAMED))];
  // The first thirty-two are guests of the banquet; the second writing of the first twelve turns up at the next tables.
  const queue = [...ids(kept), ...named.slice(0, 20), ...doubles.map((double) => double.record.person), ...named.slice(20)];
  return { doubles, queue, received: ids(rest.slice(0, RECEIVED)), spare };
}

function casePeople(residents: readonly Resident[], hotel: DemoPlace): Map<string, CasePerson> {
  const byRole = new Map(residents.map((one) => [one.role, one]));
  return new Map(
    CASE_ROWS.map(({ no }): [string, CasePerson] => {
      if (no === GUEST_ROLE) return [no, { person: GUEST, home: placeId(GUEST_ROOM), area: hotel.area! }];
      const { person, home, area } = byRole.get(no)!;
      return [no, { person, home, area }];
    }),
  );
}

/**
 * The demo outbreak: an invented district in April 2022 under CN-COVID-V8, about 25 cases, 4,000 people, 60,000 stays. Plain values;
 * the same seed gives the same bytes on every machine. Nothing in it lies after `now`.
 */
export function demoOutbreak(seed: number = DEMO_SEED): DemoOutbreak {
  const areas = buildAreas();
  const residents = buildResidents(seed, areas, PEOPLE - DOUBLES - 1);
  const routine = routinePeople(seed, residents);
  const roll = rollOf(residents);
  const extras = castExtras(seed, residents, new Set([...routine, ...roll].map((one) => one.person)));

  const publicPlaces = buildPublicPlaces(areas);
  const places = [...publicPlaces, ...buildHomes(areas, residents)];
  const hotel = publicPlaces.find((place) => place.place === placeId('hotel'))!;
  const { people, wrongAddresses } = peopleRecords(seed, {
    residents,
    doubles: extras.doubles,
    spare: extras.spare,
    hotelArea: hotel.area!,
  });

  const trajectories = buildTrajectories(seed, GUEST, routine);
  const told = stayRecords(trajectories);
  const lent = twoPlaces(told.filter((stay) => stay.source === 'register'));
  const stays = [...told, ...lent.stays];
  const cases = caseRecords(casePeople(residents, hotel));
  const withDays = new Set(trajectories.map((one) => one.person));
  const { evidence, signalConflicts } = caseEvidence({ cases, stays, places });
  const contacts = namedContacts(seed, {
    people,
    cases,
    stays,
    residents,
    queue: extras.queue,
    roll: roll.map((one) => one.person),
    withDays,
  });
  const byId = new Map(people.map((one) => [one.person, one]));
  const communities = areas.filter((area) => area.level === 'community').map((area) => area.area);

  return {
    seed,
    now: DEMO_NOW,
    homeArea: HOME_DISTRICT,
    freshCase: caseId(FRESH_CASE),
    areas,
    people,
    places,
    cases,
    stays,
    evidence,
    contacts,
    received: receivedContacts(
      seed,
      extras.received.map((id) => byId.get(id)!),
    ),
    accounts: buildAccounts(areas),
    teams: buildTeams(),
    vehicles: buildVehicles(),
    sites: buildSites([communities[3]!, communities[20]!, communities[16]!]),
    intended: {
      duplicates: extras.doubles.map(({ kept, record, how }) => ({ kept: kept.person, double: record.person, how })),
      twoPlaces: lent.intended,
      signalConflicts,
      wrongAddresses,
    },
  };
}
