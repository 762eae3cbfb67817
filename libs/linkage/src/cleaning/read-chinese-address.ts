import { simplify } from './chinese-text.js';
import { saysNothing } from './plain-text.js';

/** A Chinese address by parts (domain notes §7.1); what is not told is empty. */
export interface ChineseAddress {
  /** Street, town or village office, when named. */
  readonly town: string;
  /** Compound, village or road with number, phases and numbers in figures. */
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

const FIGURES: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 十二 is 12, 二十 is 20, 三〇一 is 301. */
function figure(text: string): string {
  if (!text.includes('十')) return [...text].map((c) => String(FIGURES[c] ?? c)).join('');
  const [tens, ones] = text.split('十');
  return String((tens === '' ? 1 : (FIGURES[tens!] ?? 0)) * 10 + (ones === '' ? 0 : (FIGURES[ones!] ?? 0)));
}

const COUNTED = /[〇零一二两三四五六七八九十]+(?=期|区|号楼|号院|栋|幢|座|单元|层|楼|室|号|弄|组|队|巷)/gu;
const noZeros = (text: string): string => text.replace(/^0+(?=.)/, '').toUpperCase();

const BUILDING = /([0-9]+|[A-Z][0-9]*)(?:号楼|栋|幢|座|#楼|#|楼(?![0-9]*层))/iu;
const UNIT = /([0-9]+|[A-Z])(?:单元|门(?!牌))/iu;
const ROOM = /([0-9]{1,5}[A-Z]?)(?:室|房|户)/iu;
const LAST_NUMBER = /([0-9]{3,5})号?$/u;
/** 3-2-501, 3-501, also with a dash of any kind or a stroke. */
const DASHED = /([0-9]+|[A-Z][0-9]*)-(?:([0-9]+)-)?([0-9]{2,5}[A-Z]?)(?:室|号|房|户)?$/iu;

const PROVINCE = /^(?:中国)?(?:\p{Script=Han}{2,3}?(?:省|自治区)|内蒙古|广西|西藏|宁夏|新疆)/u;
const CITY = /^\p{Script=Han}{2,4}?(?:市|自治州|地区|盟)/u;
// 小区, 园区, 片区 and the like are compounds, not districts.
const DISTRICT = /^\p{Script=Han}{1,4}?(?<![小园片社校院庄景矿])(?:区|县|旗|市)(?!\p{Script=Han}{0,1}$)/u;
const TOWN = /^(\p{Script=Han}{2,6}?)(?:街道(?:办事处|办)?|镇|乡)/u;
const COMMUNITY = /^\p{Script=Han}{2,6}?(?:社区居委会|居委会|社区|村委会)(?=.)/u;

function withoutHead(text: string): { town: string; rest: string } {
  let rest = text.replace(PROVINCE, '').replace(CITY, '');
  rest = rest.replace(DISTRICT, '');
  const town = TOWN.exec(rest)?.[1] ?? '';
  rest = rest.replace(TOWN, '');
  return { town, rest: rest.replace(COMMUNITY, '') };
}

/** Takes the last finding of a pattern out of a text. */
function take(text: string, pattern: RegExp): { found: string; rest: string } {
  const m = pattern.exec(text);
  return m ? { found: noZeros(m[1]!), rest: text.slice(0, m.index) + text.slice(m.index + m[0].length) } : { found: '', rest: text };
}

export function readChineseAddress(cells: readonly string[]): ChineseAddress | null {
  const cell = cells.find((one) => one.trim() !== '') ?? '';
  if (saysNothing(cell)) return null;
  const plain = simplify(cell.normalize('NFKC'))
    .replace(/[‐‑–—－_／/~]/gu, '-')
    .replace(/[\s,，。.;；、]/gu, '')
    .replace(/[（(].*?[)）]/gu, '')
    .replace(COUNTED, figure);
  const { town, rest: street } = withoutHead(plain);
  const dashed = DASHED.exec(street);
  if (dashed) {
    const compound = street.slice(0, dashed.index).replace(/第(?=[0-9])/gu, '');
    return { town, compound, building: noZeros(dashed[1]!), unit: noZeros(dashed[2] ?? ''), room: noZeros(dashed[3]!) };
  }
  const unit = take(street, UNIT);
  const room = take(unit.rest, ROOM);
  const building = take(room.rest, BUILDING);
  const last = room.found === '' && building.found !== '' ? take(building.rest, LAST_NUMBER) : { found: room.found, rest: building.rest };
  const compound = last.rest.replace(/第(?=[0-9])/gu, '').replace(/[-#]/g, '');
  if (compound === '' && town === '' && building.found === '' && last.found === '') return null;
  return { town, compound, building: building.found, unit: unit.found, room: last.found };
}
