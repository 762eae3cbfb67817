import { OUTSIDE_AREAS } from '../areas/build-areas.js';
import { mobile, residentId } from '../people/documents.js';
import { givenName, surname } from '../people/names.js';
import { birthOf } from '../people/residents.js';
import type { DemoNamedContact } from '../records.js';
import type { Random } from '../seed/random.js';

export type Named = Pick<DemoNamedContact, 'contact' | 'name' | 'docNo' | 'phone' | 'address' | 'area' | 'description'>;

const STREET = ['新港路', '解放南路', '东湖路', '工农路', '长兴街', '环城西路'];
const FROM = [
  { area: OUTSIDE_AREAS[0], address: '澄川市汀南区', code: '990104' },
  { area: OUTSIDE_AREAS[1], address: '澄川市汀北区', code: '990105' },
  { area: OUTSIDE_AREAS[2], address: '岚泊市', code: '990211' },
  { area: OUTSIDE_AREAS[3], address: '海沅省沅东市', code: '980121' },
];
/** Their phones begin where the residents' end. */
const FIRST_PHONE = 5000;

/** Makes people who live outside of the district, from each outside area in turn. */
export function outsiders(random: Random): () => Named {
  let n = 0;
  return () => {
    const from = FROM[n % FROM.length]!;
    const sex = random.chance(0.5) ? ('male' as const) : ('female' as const);
    const birthOn = birthOf(random, random.int(19, 68));
    const sequence = 101 + n * 2 + (sex === 'male' ? 0 : 1);
    n += 1;
    return {
      contact: `demo-outsider-${String(n).padStart(3, '0')}`,
      name: surname(random) + givenName(random, sex, Number(birthOn.slice(0, 4))),
      docNo: random.chance(0.7) ? residentId(from.code, birthOn, sequence) : null,
      phone: mobile(FIRST_PHONE + n),
      address: `${from.address}${random.pick(STREET)}${random.int(1, 180)}号`,
      area: from.area,
      description: null,
    };
  };
}
