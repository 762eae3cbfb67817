/** Setting classes (code list of the domain notes §4.3, and DINING_CANTEEN of rulings 7), each with its two words. */
export const SETTINGS = {
  HOUSEHOLD: { zh: '同住', en: 'household' },
  BED_SHARED: { zh: '同床/同屋', en: 'shared bed or room' },
  CARE: { zh: '照料', en: 'care' },
  DIAGNOSIS_NURSING: { zh: '诊疗护理', en: 'diagnosis or nursing' },
  AGP: { zh: '产生气溶胶操作', en: 'aerosol-generating procedure' },
  WARD_SHARED: { zh: '同病房', en: 'shared ward' },
  VISIT: { zh: '探视', en: 'visit to a patient' },
  WORK_ROOM: { zh: '办公室/车间/班组', en: 'office, workshop or team' },
  MEETING: { zh: '会议室', en: 'meeting room' },
  CLASSROOM: { zh: '教室', en: 'classroom' },
  DORMITORY: { zh: '宿舍', en: 'dormitory' },
  LIFT: { zh: '电梯', en: 'lift' },
  RESTROOM: { zh: '卫生间', en: 'restroom' },
  DINING_SAME_TABLE: { zh: '同桌', en: 'same table' },
  DINING_NEIGHBOUR: { zh: '邻桌', en: 'neighbouring table' },
  DINING_PASSING: { zh: '频繁经过', en: 'dining room, passing' },
  DINING_STAFF: { zh: '服务', en: 'serving' },
  DINING_CANTEEN: { zh: '食堂', en: 'canteen' },
  BANQUET: { zh: '宴席', en: 'banquet' },
  ENTERTAINMENT: { zh: '娱乐(棋牌/KTV)', en: 'entertainment' },
  RETAIL: { zh: '超市/商场/市场', en: 'shop, mall or market' },
  RELIGIOUS: { zh: '宗教场所', en: 'religious place' },
  PLANE: { zh: '飞机', en: 'plane' },
  TRAIN: { zh: '火车', en: 'train' },
  COACH: { zh: '长途客车', en: 'coach' },
  CITY_BUS: { zh: '公交车', en: 'city bus' },
  METRO: { zh: '地铁', en: 'metro' },
  TAXI: { zh: '出租车/网约车', en: 'taxi' },
  SHIP: { zh: '轮船', en: 'ship' },
  OUTDOOR: { zh: '室外', en: 'outdoors' },
  ISOLATION_SITE: { zh: '隔离点', en: 'isolation site' },
  SAMPLING_QUEUE: { zh: '采样点', en: 'sampling point' },
  CONTAMINATED_ENV: { zh: '污染环境', en: 'contaminated environment' },
  OTHER_ASSESSED: { zh: '其他', en: 'other, assessed' },
} as const;

export type Setting = keyof typeof SETTINGS;
export const SETTING_CODES = Object.keys(SETTINGS) as Setting[];

const DINING: Setting[] = ['DINING_SAME_TABLE', 'DINING_NEIGHBOUR', 'DINING_PASSING', 'DINING_STAFF', 'BANQUET'];
const WORK_STUDY: Setting[] = ['WORK_ROOM', 'MEETING', 'CLASSROOM', 'DORMITORY'];

/** Words of the condensed protocol table (rulings 7) that stand for several settings. */
export const SETTING_GROUPS: Readonly<Record<string, readonly Setting[]>> = {
  HOUSEHOLD: ['HOUSEHOLD', 'BED_SHARED'],
  WORK_STUDY,
  WORK: WORK_STUDY,
  CANTEEN: ['DINING_CANTEEN'],
  DINING,
  DIAGNOSIS: ['DIAGNOSIS_NURSING', 'WARD_SHARED'],
  TRANSPORT: ['PLANE', 'TRAIN', 'COACH', 'CITY_BUS', 'METRO', 'TAXI', 'SHIP'],
};

export const isSetting = (word: string): word is Setting => Object.hasOwn(SETTINGS, word);

/** The settings a word of a protocol file stands for; empty for a word nobody knows. */
export function expandSetting(word: string): readonly Setting[] {
  return SETTING_GROUPS[word] ?? (isSetting(word) ? [word] : []);
}
