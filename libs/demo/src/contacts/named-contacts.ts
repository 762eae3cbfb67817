import { stayAt } from '../cases/case-records.js';
import { CASE_ROWS, caseId, FRESH_CASE } from '../cases/case-table.js';
import type { Resident } from '../people/residents.js';
import { placeId } from '../places/public-places.js';
import type { DemoCase, DemoNamedContact, DemoPerson, DemoRelation, DemoStay } from '../records.js';
import { at, iso } from '../seed/clock.js';
import { type Random, randomOf } from '../seed/random.js';
import { EVENTS } from '../stays/events.js';
import { type Named, outsiders } from './outsiders.js';

export interface NamedParts {
  readonly people: readonly DemoPerson[];
  readonly cases: readonly DemoCase[];
  readonly stays: readonly DemoStay[];
  readonly residents: readonly Resident[];
  /** Persons to be named at the events, in this order. */
  readonly queue: readonly string[];
  readonly roll: readonly string[];
  readonly withDays: ReadonlySet<string>;
}

type Where = Pick<DemoNamedContact, 'case' | 'relation'> &
  Partial<Pick<DemoNamedContact, 'place' | 'stay' | 'class' | 'via' | 'firstExposureAt' | 'lastExposureAt' | 'description'>>;

const contact = (who: Named, where: Where): DemoNamedContact => ({
  place: null,
  stay: null,
  firstExposureAt: null,
  lastExposureAt: null,
  via: null,
  class: null,
  ...who,
  ...where,
  description: where.description ?? who.description,
});

const known = (one: DemoPerson): Named => ({
  contact: one.person,
  name: one.name,
  docNo: one.docNo,
  phone: one.phone,
  address: one.currentAddress ?? one.address,
  area: one.currentAddress === null ? one.area : one.currentArea,
  description: null,
});

/** What a case can say of somebody: everything, a name and a number, or a name and where they live. */
function remembered(random: Random, who: Named, index: number): Named {
  if (index % 3 === 0 || who.phone === null) return who;
  return random.chance(0.6) ? { ...who, docNo: null, address: null, area: null } : { ...who, docNo: null };
}

const LOOKS = ['邻座穿灰色夹克的中年男子', '戴黄色围巾的女服务员', '带小孩的年轻女子', '坐轮椅的老人和推车的人', '背蓝色双肩包的男青年'];

function underStay(random: Random, caseNo: string, stay: DemoStay, relation: DemoRelation, names: readonly Named[]): DemoNamedContact[] {
  return names.map((who, i) => contact(remembered(random, who, i), { case: caseId(caseNo), relation, stay: stay.stay, place: stay.place }));
}

/** Everybody whom only somebody's word puts beside a case (rulings 17): about half of all contacts. */
export function namedContacts(seed: number, parts: NamedParts): DemoNamedContact[] {
  const random = randomOf(seed, 'named');
  const byId = new Map(parts.people.map((one) => [one.person, one]));
  const queue = [...parts.queue];
  const away = outsiders(random);
  const take = (n: number): Named[] => queue.splice(0, n).map((id) => known(byId.get(id)!));
  const personOf = new Map(parts.cases.map((one) => [one.no, one.person]));
  const at207 = (place: string, start: string) => stayAt(parts.stays, personOf.get(FRESH_CASE)!, placeId(place), start);

  const atEvents = EVENTS.filter((event) => event.named > 0).flatMap((event) => {
    const stay = stayAt(parts.stays, personOf.get(event.namedBy!)!, event.place, iso(event.from));
    return underStay(random, event.namedBy!, stay, event.relation, take(event.named));
  });
  const lunch = underStay(random, FRESH_CASE, at207('restaurant-5-r3', iso(at(10, '11:20'))), 'tablemate', take(6));
  const lesson = underStay(random, FRESH_CASE, at207('training', iso(at(11, '08:10'))), 'classmate', take(12));
  const room = stayAt(parts.stays, personOf.get('197')!, placeId('3-2'), iso(at(8, '08:00')));
  const roll = parts.roll.map((id) =>
    contact(known(byId.get(id)!), {
      case: caseId('197'),
      relation: 'classmate',
      stay: room.stay,
      place: room.place,
      class: 'CLOSE',
      description: '三(2)班点名册',
    }),
  );
  const seen = LOOKS.map((description, i) =>
    contact(
      { contact: `demo-stranger-${i + 1}`, name: null, docNo: null, phone: null, address: null, area: null, description },
      { case: caseId(EVENTS[0]!.namedBy!), relation: 'other', stay: atEvents[0]!.stay, place: atEvents[0]!.place },
    ),
  );
  const own = [...atEvents, ...lunch, ...lesson];
  return [
    ...own,
    ...roll,
    ...seen,
    ...households(parts, byId),
    ...hotelRegister(parts, away),
    ...friends(random, parts, away),
    ...throughContacts(parts, own, byId),
  ];
}

/** Whoever lives with a case and has no days on record. */
function households(parts: NamedParts, byId: ReadonlyMap<string, DemoPerson>): DemoNamedContact[] {
  const homeOf = new Map(parts.residents.map((one) => [one.person, one.home]));
  const ill = new Set(parts.cases.map((one) => one.person));
  return parts.cases.flatMap((one) => {
    const home = homeOf.get(one.person);
    const others = parts.residents.filter(
      (r) => home !== undefined && r.home === home && !ill.has(r.person) && !parts.withDays.has(r.person),
    );
    return others.map((r) => contact(known(byId.get(r.person)!), { case: one.case, relation: 'household', place: home }));
  });
}

/** Guests of the same floor, as the hotel's register has them: all from elsewhere, class for the tracer to say. */
function hotelRegister(parts: NamedParts, away: () => Named): DemoNamedContact[] {
  const guest = parts.cases[0]!;
  return Array.from({ length: 14 }, () =>
    contact(away(), {
      case: guest.case,
      relation: 'other',
      place: placeId('hotel'),
      firstExposureAt: iso(at(1, '19:40')),
      lastExposureAt: iso(at(4, '08:15')),
      description: '宾馆三楼住宿登记',
    }),
  );
}

/** Visitors from other places, met at the case's home in the last two days before isolation. */
function friends(random: Random, parts: NamedParts, away: () => Named): DemoNamedContact[] {
  return CASE_ROWS.flatMap((row) => {
    if (row.no === FRESH_CASE) return [];
    const last = row.isolated - random.int(20, 36) * 60;
    const one = parts.cases.find((c) => c.no === row.no)!;
    return Array.from({ length: random.int(1, 3) }, () =>
      contact(away(), {
        case: one.case,
        relation: 'friend',
        class: 'CLOSE',
        firstExposureAt: iso(last - 90),
        lastExposureAt: iso(last),
        description: '来访同餐，流调员判定',
      }),
    );
  });
}

const THROUGH = 24;

/** Families of people who are contacts themselves: second contacts, by name. */
function throughContacts(parts: NamedParts, own: readonly DemoNamedContact[], byId: ReadonlyMap<string, DemoPerson>): DemoNamedContact[] {
  const homeOf = new Map(parts.residents.map((one) => [one.person, one.home]));
  const taken = new Set([...own.map((one) => one.contact), ...parts.roll, ...parts.queue]);
  return own
    .flatMap((middle) => {
      const family = parts.residents.filter(
        (r) => homeOf.get(middle.contact) === r.home && !taken.has(r.person) && !parts.withDays.has(r.person),
      );
      return family.map((r) =>
        contact(known(byId.get(r.person)!), {
          case: middle.case,
          relation: 'household',
          via: middle.contact,
          class: 'SECOND',
          description: '与密接同住',
        }),
      );
    })
    .slice(0, THROUGH);
}
