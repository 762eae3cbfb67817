import { buildAreas } from '../areas/build-areas.js';
import { compoundsOf } from '../areas/compounds.js';
import type { DemoAddress, DemoArea } from '../records.js';
import { type Random, randomOf } from '../seed/random.js';

const UNKNOWN = [
  '锦绣天城3号楼',
  '翡翠湾12栋',
  '盛世华府2单元',
  '开发区二期工棚',
  '公司宿舍',
  '桥头出租屋',
  '村口第三家',
  '御景豪庭',
  '见身份证',
  '不详',
];

const number = (random: Random) => `${random.int(1, 12)}号楼${random.int(1, 2)}单元${random.int(1, 6)}0${random.int(1, 2)}`;
const short = (random: Random) => `${random.int(1, 12)}-${random.int(1, 2)}-${random.int(1, 6)}0${random.int(1, 2)}`;

const WAYS: readonly {
  kind: DemoAddress['kind'];
  count: number;
  text: (random: Random, compound: DemoArea, longName: string) => string;
}[] = [
  { kind: 'full', count: 80, text: (random, _, longName) => `澄川市云泽区${longName}${number(random)}室` },
  { kind: 'short', count: 60, text: (random, compound) => `${compound.name}${short(random)}` },
  { kind: 'alias', count: 30, text: (random, compound) => `云泽区${random.pick(compound.aliases)}${number(random)}` },
  { kind: 'no-number', count: 10, text: (_, compound) => `${compound.name}门口` },
];

/** Two hundred addresses as people write them, with the compound each lies in; null where the words cannot say it. */
export function buildAddresses(seed: number, areas: readonly DemoArea[] = buildAreas()): DemoAddress[] {
  const random = randomOf(seed, 'addresses');
  const { list, longName } = compoundsOf(areas);
  const twice = (compound: DemoArea) => list.filter((other) => other.name === compound.name).length > 1;
  const unique = list.filter((compound) => !twice(compound));
  const told = WAYS.flatMap(({ kind, count, text }) =>
    Array.from({ length: count }, (): DemoAddress => {
      const compound = random.pick(unique);
      return { text: text(random, compound, longName(compound)), areaId: compound.area, communityId: compound.parent, kind };
    }),
  );
  const nowhere = { areaId: null, communityId: null } as const;
  const ambiguous = Array.from(
    { length: 10 },
    (): DemoAddress => ({ text: `${list.find(twice)!.name}${short(random)}`, ...nowhere, kind: 'ambiguous' }),
  );
  return [...told, ...ambiguous, ...UNKNOWN.map((text): DemoAddress => ({ text, ...nowhere, kind: 'unknown' }))];
}
