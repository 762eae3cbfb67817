import { caseId, FRESH_CASE } from '../cases/case-table.js';
import { in15Digits, mobile, residentId } from '../people/documents.js';
import { givenName, surname } from '../people/names.js';
import type { DemoTeamList, DemoTeamRow } from '../records.js';
import { at, iso } from '../seed/clock.js';
import { type Random, randomOf } from '../seed/random.js';

/** Somebody as the first team writes them down. */
interface Visitor {
  readonly who: number;
  readonly name: string;
  readonly docNo: string;
  readonly phone: string;
  readonly address: string;
}

const TEAMS = ['流调一组', '公安核查组', '夜市登记'] as const;
/** People on each list alone, and on two lists: every way of writing somebody anew comes twice for each pair of lists. */
const ALONE = 30;
const TWICE = 2;
/** Phones of the demo's own people lie below. */
const FIRST_PHONE = 6_000;
const AREA_CODE = '990103';

/** Characters of one sound, as an ear writes them down (domain notes §7.1). */
const SAME_SOUND: Readonly<Record<string, string>> = {
  ...{
    晓: '小',
    丽: '莉',
    伟: '玮',
    敏: '闽',
    静: '婧',
    英: '瑛',
    芳: '方',
    志: '智',
    建: '健',
    国: '帼',
    玲: '铃',
    红: '虹',
    梅: '眉',
    杰: '洁',
  },
  ...{
    强: '墙',
    磊: '垒',
    军: '君',
    勇: '永',
    涛: '滔',
    斌: '彬',
    辉: '晖',
    刚: '钢',
    明: '铭',
    亮: '谅',
    超: '抄',
    鹏: '朋',
    华: '骅',
    飞: '菲',
  },
  ...{
    娜: '纳',
    艳: '燕',
    娟: '鹃',
    霞: '侠',
    秀: '绣',
    桂: '贵',
    兰: '蓝',
    雪: '鳕',
    琳: '林',
    慧: '惠',
    莹: '盈',
    婷: '廷',
    欣: '新',
    怡: '宜',
  },
};

const bySound = (name: string): string => name[0] + [...name.slice(1)].map((character) => SAME_SOUND[character] ?? character).join('');
const lastTwoSwapped = (docNo: string): string => docNo.slice(0, 16) + docNo[17] + docNo[16];

type Row = Omit<DemoTeamRow, 'case' | 'lastExposureAt'>;
const whole = ({ who, name, docNo, phone, address }: Visitor): Row => ({ who, name, docNo, phone, address });

/** How another team writes the same person down; the first three leave no doubt, the others are for somebody to look at. */
const ANEW: readonly ((visitor: Visitor, random: Random) => Row)[] = [
  (one) => ({ ...whole(one), docNo: in15Digits(one.docNo), phone: null }),
  (one) => ({ ...whole(one), name: bySound(one.name), address: null }),
  (one) => ({ ...whole(one), docNo: null, address: null }),
  (one) => ({ ...whole(one), name: bySound(one.name), docNo: lastTwoSwapped(one.docNo) }),
  (one, random) => ({ ...whole(one), docNo: null, phone: mobile(FIRST_PHONE + 2_000 + random.int(0, 999)) }),
  (one) => ({ ...whole(one), name: `${one.name[0]}师傅`, docNo: null }),
];

/**
 * Three lists of people seen at a night market with the newest case, as three teams bring them: some people stand on two lists, written down anew; and
 * some who are not one person look like it: twins, a mother and her child with one phone, namesakes. `who` is the truth, and in no list.
 */
export function teamLists(seed: number): DemoTeamList[] {
  const random = randomOf(seed, 'team-lists');
  const lists: Row[][] = TEAMS.map(() => []);
  let made = 0;
  const visitor = (values: Partial<Visitor> & { born?: string; sequence?: number; sex?: 'male' | 'female' } = {}): Visitor => {
    const who = made++;
    const sex = values.sex ?? random.pick(['male', 'female'] as const);
    const year = random.int(1950, 1999);
    const born = values.born ?? `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
    const sequence = values.sequence ?? random.int(1, 400) * 2 + (sex === 'male' ? 1 : 0);
    const home = `望月街道${random.pick(['桂花苑', '望月台', '半山居', '听雨轩'])}${random.int(1, 12)}号楼${random.int(1, 3)}单元${random.int(1, 6)}0${random.int(1, 4)}室`;
    return {
      who,
      name: values.name ?? surname(random) + givenName(random, sex, Number(born.slice(0, 4))),
      docNo: values.docNo ?? residentId(AREA_CODE, born, sequence),
      phone: values.phone ?? mobile(FIRST_PHONE + who),
      address: values.address ?? home,
    };
  };
  for (const list of lists) for (let i = 0; i < ALONE; i++) list.push(whole(visitor()));
  for (const [first, second] of [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const)
    for (let i = 0; i < ANEW.length * TWICE; i++) {
      const one = visitor();
      lists[first]!.push(whole(one));
      lists[second]!.push(ANEW[i % ANEW.length]!(one, random));
    }
  const twin = visitor({ name: '龙嘉欣', born: '1996-05-20', sequence: 122, sex: 'female' });
  const other = visitor({ name: '龙嘉怡', born: '1996-05-20', sequence: 124, sex: 'female', address: twin.address });
  const mother = visitor({ name: '段秋月', born: '1985-02-11', sex: 'female' });
  const child = visitor({ name: '龙小宝', born: '2013-07-01', sex: 'male', phone: mother.phone, address: mother.address });
  const [namesake, nobody] = [
    visitor({ name: '王伟', born: '1971-03-03', sex: 'male' }),
    visitor({ name: '王伟', born: '1990-11-30', sex: 'male' }),
  ];
  for (const [one, another] of [
    [twin, other],
    [mother, child],
    [namesake, nobody],
  ] as const) {
    lists[0]!.push(whole(one));
    lists[1]!.push(whole(another));
  }
  const seen = { case: caseId(FRESH_CASE), lastExposureAt: iso(at(12, '21:30')) };
  return lists.map((rows, i) => ({ team: TEAMS[i]!, rows: random.shuffled(rows).map((row) => ({ ...row, ...seen })) }));
}
