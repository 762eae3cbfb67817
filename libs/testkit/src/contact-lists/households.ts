import { checkCharacter } from '@tracewright/epi-core';
import { drawGiven, drawMinority, drawSurname, type Sex } from './names.js';
import { ListRandom } from './random.js';

export interface Home {
  readonly compound: string;
  /** 0 when the compound has no phases. */
  readonly phase: number;
  readonly building: number;
  readonly unit: number;
  readonly room: string;
}

/** Somebody as they are; lists know less. */
export interface GeneratedPerson {
  readonly id: string;
  readonly name: string;
  /** Characters of the surname; 0 for a name that has none. */
  readonly surnameLength: number;
  readonly sex: Sex;
  readonly birthOn: string;
  readonly document: string;
  readonly phone: string;
  readonly home: Home;
  /** Whose phone and document a child's may be taken for. */
  readonly parent: GeneratedPerson | null;
  readonly twin: boolean;
}

const AREAS = [
  '440106',
  '440103',
  '440104',
  '440105',
  '440111',
  '440112',
  '440113',
  '440114',
  '440115',
  '440183',
  '440184',
  '430102',
  '450102',
  '420106',
  '511302',
  '362202',
  '410105',
  '441802',
  '445102',
  '520102',
];
const HEADS = '翠竹阳光金碧锦绣东湖珠江天河富力丽江碧桂星河云山白云绿景祈福万科保利中海御景龙湖凤凰紫荆荔湾芳村南沙海珠越秀';
const TAILS = ['花园', '小区', '新村', '公寓', '苑', '家园', '城', '雅居'];
/** Households in one compound, roughly. */
const COMPOUND_SIZE = 180;
const TWINS = 0.03;
const MINORITY = 0.01;
const ALONE = 0.25;
/** Workers of one firm live in a dormitory and give the boss's phone. */
const DORMITORY = 0.02;

const pad = (n: number): string => String(n).padStart(2, '0');

function birth(random: ListRandom, from: number, to: number): string {
  return `${from + random.below(to - from)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`;
}

function documentOf(random: ListRandom, area: string, birthOn: string, sex: Sex, sequence = random.below(498)): string {
  const first17 = `${area}${birthOn.replaceAll('-', '')}${String(sequence * 2 + (sex === 'male' ? 1 : 2)).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

const mobile = (random: ListRandom): string => `1${3 + random.below(7)}${random.digits(9)}`;

/** A city's households: couples with children, twins among them, people alone, dormitories. */
export function* people(seed: number, expected: number): Generator<GeneratedPerson> {
  const random = new ListRandom(seed);
  const compounds = Array.from({ length: Math.max(8, Math.round(expected / 2.5 / COMPOUND_SIZE)) }, (_, i) => {
    const at = random.below(HEADS.length / 2) * 2;
    return {
      name: `${HEADS.slice(at, at + 2)}${i >= 128 ? `${'东南西北中'[i % 5]}` : ''}${TAILS[i % TAILS.length]}`,
      phases: random.chance(0.3) ? 2 : 0,
    };
  });
  let count = 0;
  const home = (): Home => {
    const { name, phases } = random.one(compounds);
    return {
      compound: name,
      phase: phases === 0 ? 0 : 1 + random.below(phases),
      building: 1 + random.below(20),
      unit: 1 + random.below(3),
      room: `${1 + random.below(18)}${pad(1 + random.below(4))}`,
    };
  };
  const person = (
    given: Partial<GeneratedPerson> & { sex: Sex; birthOn: string; home: Home; surname: string },
    area: string,
    sequence?: number,
  ): GeneratedPerson => {
    const minority = random.chance(MINORITY);
    return {
      name: minority ? drawMinority(random) : given.surname + drawGiven(random, given.sex),
      surnameLength: minority ? 0 : given.surname.length,
      document: documentOf(random, area, given.birthOn, given.sex, sequence),
      phone: mobile(random),
      parent: null,
      twin: false,
      ...given,
      id: `person-${count++}`,
    };
  };
  const area = (): string => (random.chance(0.6) ? random.one(AREAS.slice(0, 11)) : random.one(AREAS));
  for (;;) {
    const at = home();
    if (random.chance(DORMITORY)) {
      const boss = mobile(random);
      for (let i = 0; i < 8; i++)
        yield person({ sex: 'male', birthOn: birth(random, 1970, 2003), home: at, surname: drawSurname(random), phone: boss }, area());
      continue;
    }
    if (random.chance(ALONE)) {
      const sex = random.chance(0.5) ? 'male' : 'female';
      yield person({ sex, birthOn: birth(random, 1935, 2003), home: at, surname: drawSurname(random) }, area());
      continue;
    }
    const fatherName = drawSurname(random);
    const father = person({ sex: 'male', birthOn: birth(random, 1955, 1995), home: at, surname: fatherName }, area());
    const mother = person({ sex: 'female', birthOn: birth(random, 1957, 1997), home: at, surname: drawSurname(random) }, area());
    yield father;
    yield mother;
    const children = random.below(3);
    const here = area();
    for (let i = 0; i < children; i++) {
      const parent = random.chance(0.7) ? mother : father;
      const child = { birthOn: birth(random, 2004, 2021), home: at, surname: fatherName, parent, phone: parent.phone };
      const sequence = random.below(490);
      const twin = random.chance(TWINS);
      const sex: Sex = random.chance(0.5) ? 'male' : 'female';
      const one = person({ ...child, sex, twin }, here, sequence);
      yield one;
      if (twin) yield { ...person({ ...child, sex, twin }, here, sequence + 1), name: twinName(random, one, fatherName, sex) };
    }
  }
}

/** Twins' given names often share a character. */
function twinName(random: ListRandom, one: GeneratedPerson, surname: string, sex: Sex): string {
  const given = drawGiven(random, sex);
  const shared = one.name.slice(one.surnameLength, one.surnameLength + 1);
  const name = surname + (random.chance(0.6) ? shared + given.slice(-1) : given);
  return name === one.name ? `${surname}${given.slice(-1)}${shared}` : name;
}
