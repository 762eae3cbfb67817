import type { Setting } from './setting-class.js';

interface CategoryRow {
  readonly zh: string;
  readonly en: string;
  /** The setting of a stay at the place itself; null: unknown. */
  readonly setting: Setting | null;
  /** The setting of a table, room or ward under it. */
  readonly under?: Setting;
  /** Too big for one exposure: a stay at the place as a whole is at most possible for the stricter classes (rulings 7). */
  readonly big?: true;
}

/** Category of a place → default setting (rulings 7). */
export const PLACE_CATEGORIES = {
  home: { zh: '住宅', en: 'home', setting: 'HOUSEHOLD' },
  dormitory: { zh: '宿舍', en: 'dormitory', setting: 'DORMITORY', under: 'HOUSEHOLD' },
  workplace: { zh: '工作场所', en: 'workplace', setting: 'WORK_ROOM' },
  meeting_room: { zh: '会议室', en: 'meeting room', setting: 'MEETING' },
  classroom: { zh: '教室', en: 'classroom', setting: 'CLASSROOM' },
  restaurant: { zh: '餐馆', en: 'restaurant', setting: 'DINING_PASSING', under: 'DINING_SAME_TABLE', big: true },
  canteen: { zh: '食堂', en: 'canteen', setting: 'DINING_CANTEEN', big: true },
  banquet: { zh: '宴会厅', en: 'banquet hall', setting: 'BANQUET' },
  entertainment: { zh: '娱乐场所', en: 'entertainment', setting: 'ENTERTAINMENT' },
  gym: { zh: '健身房', en: 'gym', setting: 'ENTERTAINMENT' },
  shop: { zh: '商店', en: 'shop', setting: 'RETAIL' },
  supermarket: { zh: '超市', en: 'supermarket', setting: 'RETAIL' },
  market: { zh: '市场', en: 'market', setting: 'RETAIL', big: true },
  mall: { zh: '商场', en: 'mall', setting: 'RETAIL', big: true },
  pharmacy: { zh: '药店', en: 'pharmacy', setting: 'RETAIL' },
  hospital: { zh: '医院', en: 'hospital', setting: 'DIAGNOSIS_NURSING', under: 'WARD_SHARED', big: true },
  clinic: { zh: '诊所', en: 'clinic', setting: 'DIAGNOSIS_NURSING', under: 'WARD_SHARED', big: true },
  bus: { zh: '公交车', en: 'city bus', setting: 'CITY_BUS' },
  metro: { zh: '地铁', en: 'metro', setting: 'METRO' },
  taxi: { zh: '出租车', en: 'taxi', setting: 'TAXI' },
  train: { zh: '火车', en: 'train', setting: 'TRAIN' },
  plane: { zh: '飞机', en: 'plane', setting: 'PLANE' },
  coach: { zh: '长途客车', en: 'coach', setting: 'COACH' },
  ship: { zh: '轮船', en: 'ship', setting: 'SHIP' },
  hotel: { zh: '宾馆', en: 'hotel', setting: null, under: 'HOUSEHOLD', big: true },
  lift: { zh: '电梯', en: 'lift', setting: 'LIFT' },
  restroom: { zh: '卫生间', en: 'restroom', setting: 'RESTROOM' },
  religious: { zh: '宗教场所', en: 'religious place', setting: 'RELIGIOUS' },
  outdoor: { zh: '室外', en: 'outdoors', setting: 'OUTDOOR' },
  isolation_site: { zh: '隔离点', en: 'isolation site', setting: 'ISOLATION_SITE' },
  sampling_point: { zh: '采样点', en: 'sampling point', setting: 'SAMPLING_QUEUE' },
  event: { zh: '活动', en: 'event', setting: 'BANQUET' },
  other: { zh: '其他', en: 'other', setting: 'OTHER_ASSESSED' },
} as const satisfies Record<string, CategoryRow>;

export type PlaceCategory = keyof typeof PLACE_CATEGORIES;

export const isPlaceCategory = (word: string): word is PlaceCategory => Object.hasOwn(PLACE_CATEGORIES, word);
export const categoryRow = (category: PlaceCategory): CategoryRow => PLACE_CATEGORIES[category];

/** Sub-places that are one table, room, ward or compartment of the place above them; other words (floor, hall, gate) keep the setting of that place. */
export const ROOM_LIKE = ['table', 'room', 'private_room', 'ward', 'bed', 'stall', 'compartment', 'cabin'];
