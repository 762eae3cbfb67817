import { HOME_DISTRICT } from '../areas/build-areas.js';
import { type Compounds, compoundsOf } from '../areas/compounds.js';
import { INVENTED_PROVINCE } from '../areas/tree-table.js';
import type { DemoArea } from '../records.js';
import { type Random, randomOf } from '../seed/random.js';
import { CAST, type Job } from './cast.js';
import { mobile, residentId } from './documents.js';
import { householdPlan, type MemberPlan } from './household-kinds.js';
import { givenName, surname } from './names.js';

export interface Resident {
  readonly person: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly age: number;
  readonly birthOn: string;
  readonly docNo: string;
  readonly phone: string | null;
  readonly address: string;
  readonly area: string;
  readonly home: string;
  readonly guardian: string | null;
  readonly needs: readonly ('infant' | 'minor' | 'wheelchair' | 'dialysis' | 'pregnant')[];
  readonly job: Job;
  /** Part in the story: a case's number, or whose relative. */
  readonly role: string | null;
  readonly routine: boolean;
}

/** Children under 14 go nowhere without a guardian (rulings 25); from about 12 on they have a phone of their own. */
const GUARDED_UNDER = 14;
const OWN_PHONE_FROM = 12;
const A_GENERATION = 20;
/** Documents carry the code of where they were first issued: mostly here, some from places that are as invented. */
const ISSUED_AT = [
  HOME_DISTRICT,
  HOME_DISTRICT,
  HOME_DISTRICT,
  `${INVENTED_PROVINCE}0104`,
  `${INVENTED_PROVINCE}0105`,
  `${INVENTED_PROVINCE}0211`,
  '980121',
];

type FullPlan = MemberPlan & Partial<Pick<Resident, 'role' | 'routine' | 'needs'>>;

const two = (n: number) => String(n).padStart(2, '0');

/** Age counts on the first day of the demo: a birthday after March is still to come this year. */
export function birthOf(random: Random, age: number): string {
  const month = age === 0 ? random.int(7, 9) : random.int(1, 12);
  return `${month <= 3 ? 2022 - age : 2021 - age}-${two(month)}-${two(random.int(1, 28))}`;
}

const FLATS = 12 * 2 * 6 * 2;

/** The n-th flat let in a compound of twelve buildings, two units, six floors, two doors; no flat is given twice below 288. */
function flat(n: number): string {
  // 89 has no divisor in common with 288: the walk visits every flat, and neighbours in the list live apart.
  const at = (n * 89) % FLATS;
  const building = (at % 12) + 1;
  const unit = (Math.floor(at / 12) % 2) + 1;
  const floor = (Math.floor(at / 24) % 6) + 1;
  const door = (Math.floor(at / 144) % 2) + 1;
  return `${building}号楼${unit}单元${floor}${two(door)}室`;
}

/** A sequence number nobody else with this birthday has: the running number, odd for men, never one that ends in two zeros. */
function sequenceOf(n: number, sex: 'male' | 'female'): number {
  const even = 12 + (n % 490) * 2;
  const number = sex === 'male' ? even + 1 : even;
  return number % 100 === 0 ? number + 2 : number;
}

/** `count` people in households spread over all compounds, the families of the story first. */
export function buildResidents(seed: number, areas: readonly DemoArea[], count: number): Resident[] {
  const random = randomOf(seed, 'residents');
  const compounds = compoundsOf(areas);
  const made: Resident[] = [];
  for (let n = 0; made.length < count; n++) {
    const cast = CAST[n];
    const plan: FullPlan[] = cast ? cast.map((member) => member) : householdPlan(random).slice(0, count - made.length);
    const place = { compound: compounds.list[(n * 7) % compounds.list.length]!, flat: flat(Math.floor(n / compounds.list.length)), n };
    made.push(...household(random, plan, place, compounds, made.length));
  }
  return made;
}

function household(
  random: Random,
  plan: readonly FullPlan[],
  where: { compound: DemoArea; flat: string; n: number },
  compounds: Compounds,
  from: number,
): Resident[] {
  const head = plan.find((member) => member.sex === 'male' && member.age >= 18) ?? plan[0]!;
  const family = surname(random);
  const id = (i: number) => `demo-person-${String(from + i + 1).padStart(4, '0')}`;
  const guardianAt = guardianOf(plan);
  return plan.map((member, i): Resident => {
    const birthOn = birthOf(random, member.age);
    // The head and whoever could be the head's child share a name; whoever married in or only shares the flat does not.
    const named = member === head || member.age <= head.age - A_GENERATION ? family : surname(random);
    return {
      person: id(i),
      name: named + givenName(random, member.sex, Number(birthOn.slice(0, 4))),
      sex: member.sex,
      age: member.age,
      birthOn,
      docNo: residentId(random.pick(ISSUED_AT), birthOn, sequenceOf(from + i, member.sex)),
      phone: member.age >= OWN_PHONE_FROM ? mobile(from + i + 1) : null,
      address: `云泽区${compounds.longName(where.compound)}${where.flat}`,
      area: where.compound.area,
      home: `demo-home-${String(where.n + 1).padStart(4, '0')}`,
      guardian: member.age < GUARDED_UNDER && guardianAt >= 0 ? id(guardianAt) : null,
      needs: [...(member.needs ?? []), ...needsOf(member.age)],
      job: member.job,
      role: member.role ?? null,
      routine: member.routine ?? false,
    };
  });
}

const needsOf = (age: number): Resident['needs'] => (age === 0 ? ['infant'] : age < GUARDED_UNDER ? ['minor'] : []);

/** The mother where there is one, else the first grown-up; -1 for nobody. */
function guardianOf(plan: readonly FullPlan[]): number {
  const mother = plan.findIndex((member) => member.age >= 18 && member.sex === 'female');
  return mother >= 0 ? mother : plan.findIndex((member) => member.age >= 18);
}
