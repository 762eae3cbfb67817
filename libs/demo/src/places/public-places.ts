import { compoundsOf } from '../areas/compounds.js';
import type { DemoArea, DemoPlace } from '../records.js';
import { compoundPoint } from './coordinates.js';

export const placeId = (key: string): string => `demo-place-${key}`;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly category: DemoPlace['category'];
  /** Which compound it stands beside. */
  readonly near: number;
  readonly parent?: string;
  readonly aliases?: readonly string[];
  readonly ventilation?: DemoPlace['ventilation'];
  readonly airZone?: string;
}

const DISH = ['小聚', '家常', '柴火', '临江', '百味', '老灶', '荷香', '三江', '食为先', '渔家', '稻花', '松风'];
const SHOP = ['便民', '邻里', '吉祥', '顺心', '好又近', '万家', '一家亲', '晨光', '暖冬', '南北'];

/** So many that a morning in a park does not make half the district a general contact. */
export const PARKS = 24;
/** The first two belong to the story. */
export const CARD_ROOMS = 10;
const GREEN = ['湖心', '柳溪', '松岗', '石渡', '稻香', '浦江', '云麓', '枫林', '竹园', '荷塘', '长堤', '文昌'];
const LUCK = ['顺风', '聚友', '和乐', '好运', '悠闲', '知音', '乐邻', '晚晴'];

const numbered = (count: number, row: (i: number) => Row): Row[] => Array.from({ length: count }, (_, i) => row(i));

function restaurantRows(): Row[] {
  return DISH.flatMap((word, i): Row[] => {
    const key = `restaurant-${i + 1}`;
    const near = (i * 5) % 55;
    const zone = `${key}-hall`;
    return [
      { key, name: `${word}饭庄`, category: 'restaurant', near, ventilation: 'normal' },
      ...numbered(6, (t) => ({
        key: `${key}-t${t + 1}`,
        name: `${word}饭庄 ${t + 1}号桌`,
        category: 'table',
        near,
        parent: key,
        airZone: zone,
      })),
      ...numbered(3, (r) => ({
        key: `${key}-r${r + 1}`,
        name: `${word}饭庄 包间${r + 1}`,
        category: 'private_room',
        near,
        parent: key,
        ventilation: 'poor' as const,
      })),
    ];
  });
}

function busRows(): Row[] {
  return [3, 7, 12, 16, 21, 28].flatMap((line, i) =>
    numbered(3, (v) => ({
      key: `bus-${line}-${v + 1}`,
      name: `${line}路公交 ${line}0${v + 1}号车`,
      category: 'bus' as const,
      near: i * 8,
      ventilation: 'normal' as const,
    })),
  );
}

const HOTEL: Row[] = [
  { key: 'hotel', name: '云泽湖滨宾馆', category: 'hotel', near: 9, aliases: ['湖滨宾馆'] },
  { key: 'hotel-desk', name: '云泽湖滨宾馆 前台', category: 'workplace', near: 9, parent: 'hotel' },
  ...numbered(
    12,
    (i): Row => ({
      key: `hotel-30${i + 1}`,
      name: `云泽湖滨宾馆 3${String(i + 1).padStart(2, '0')}房`,
      category: 'room',
      near: 9,
      parent: 'hotel',
    }),
  ),
];

const STORY: Row[] = [
  { key: 'banquet', name: '云泽宴会楼 牡丹厅', category: 'banquet', near: 3, aliases: ['牡丹厅'], ventilation: 'poor' },
  { key: 'mahjong-1', name: '老友棋牌室', category: 'entertainment', near: 0, aliases: ['老友麻将'], ventilation: 'poor' },
  { key: 'mahjong-2', name: '清风棋牌室', category: 'entertainment', near: 24, ventilation: 'poor' },
  { key: 'training', name: '小舟培训学校 绘画室', category: 'classroom', near: 6, ventilation: 'normal' },
  { key: 'hospital', name: '云泽区人民医院', category: 'hospital', near: 12, aliases: ['区人民医院', '区医院'] },
  { key: 'hospital-clinic', name: '云泽区人民医院 内科候诊区', category: 'room', near: 12, parent: 'hospital' },
  { key: 'school', name: '云泽第二小学', category: 'other', near: 8, aliases: ['云泽二小', '第二小学'] },
];

const ROWS: readonly Row[] = [
  ...STORY,
  ...HOTEL,
  ...restaurantRows(),
  ...busRows(),
  ...numbered(
    12,
    (i): Row => ({ key: `supermarket-${i + 1}`, name: `鲜客来超市 ${i + 1}店`, category: 'supermarket', near: (i * 5 + 2) % 55 }),
  ),
  ...numbered(
    20,
    (i): Row => ({ key: `shop-${i + 1}`, name: `${SHOP[i % 10]}${i < 10 ? '小店' : '杂货铺'}`, category: 'shop', near: (i * 3 + 1) % 55 }),
  ),
  ...numbered(8, (i): Row => ({ key: `pharmacy-${i + 1}`, name: `康源药店 ${i + 1}分店`, category: 'pharmacy', near: (i * 7) % 55 })),
  ...numbered(4, (i): Row => ({ key: `market-${i + 1}`, name: `云泽第${'一二三四'[i]}农贸市场`, category: 'market', near: i * 14 })),
  ...numbered(
    PARKS,
    (i): Row => ({
      key: `park-${i + 1}`,
      name: `${GREEN[i % GREEN.length]}${i < GREEN.length ? '公园' : '口袋公园'}`,
      category: 'outdoor',
      near: (i * 2) % 54,
    }),
  ),
  ...numbered(
    CARD_ROOMS - 2,
    (i): Row => ({
      key: `mahjong-${i + 3}`,
      name: `${LUCK[i]}棋牌室`,
      category: 'entertainment',
      near: (i * 6 + 5) % 54,
      ventilation: 'poor',
    }),
  ),
];

const CLASSES = ['1-1', '1-2', '2-1', '3-1', '3-2', '4-1', '4-2', '5-1', '6-1'] as const;
export const CLASS_KEYS: readonly string[] = CLASSES;

const classRows = (): Row[] =>
  CLASSES.map((key) => {
    const [grade, number] = key.split('-').map(Number);
    return {
      key,
      name: `云泽第二小学 ${'一二三四五六'[grade! - 1]}(${number})班教室`,
      category: 'classroom',
      near: 8,
      parent: 'school',
      ventilation: 'normal',
    };
  });

/** Four workplaces share a canteen. */
export const WORKPLACES = 96;
const FIRM = ['瑞和', '天衡', '博远', '新禾', '恒通', '云创', '联胜', '金穗', '远航', '同德', '嘉信', '明川'];
const FIRM_KIND = ['电子', '物流', '食品', '纺织', '软件', '建材', '包装', '机械'];
const ROOM = ['办公室', '车间', '客服室', '质检室'];

function workRows(): Row[] {
  const offices = numbered(
    WORKPLACES,
    (i): Row => ({
      key: `work-${i + 1}`,
      name: `${FIRM[Math.floor(i / 8)]}${FIRM_KIND[(Math.floor(i / 4) * 3) % 8]} ${(i % 4) + 1}楼${ROOM[i % 4]}`,
      category: 'workplace',
      near: (Math.floor(i / 4) * 9 + 4) % 55,
    }),
  );
  const canteens = numbered(
    WORKPLACES / 4,
    (i): Row => ({
      key: `canteen-${i + 1}`,
      name: `${FIRM[Math.floor(i / 2)]}职工食堂 ${(i % 2) + 1}号`,
      category: 'canteen',
      near: (i * 9 + 4) % 55,
    }),
  );
  const office: Row = { key: 'office-a', name: '云泽信达服务公司 5楼业务部', category: 'workplace', near: 5, aliases: ['信达公司'] };
  return [office, ...offices, ...canteens];
}

/** Every place but the homes. */
export function buildPublicPlaces(areas: readonly DemoArea[]): DemoPlace[] {
  const compounds = compoundsOf(areas).list;
  return [...ROWS, ...classRows(), ...workRows()].map((row, i): DemoPlace => {
    const moving = row.category === 'bus';
    const outdoors = row.category === 'outdoor' || row.category === 'market';
    return {
      place: placeId(row.key),
      name: row.name,
      category: row.category,
      area: moving ? null : compounds[row.near % compounds.length]!.parent,
      parent: row.parent ? placeId(row.parent) : null,
      ...compoundPoint(row.near, i),
      enclosed: outdoors ? 'no' : 'yes',
      ventilation: row.ventilation ?? (outdoors ? 'good' : 'normal'),
      airZone: row.airZone ?? null,
      aliases: row.aliases ?? [],
      address: null,
    };
  });
}
