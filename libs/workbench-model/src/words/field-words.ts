import type { Both } from './lang.js';

/** Words of the field that no state table of epi-core holds. */
export const CLASS_WORDS: Readonly<Record<string, Both>> = {
  CLOSE: { zh: '密接', en: 'close' },
  SECOND: { zh: '次密接', en: 'secondary' },
  GENERAL: { zh: '一般', en: 'general' },
  ST_COMPANION: { zh: '时空伴随', en: 'companion' },
  PLACE_EXPOSED: { zh: '涉疫场所', en: 'place exposed' },
  RISK: { zh: '风险人员', en: 'at risk' },
  MIXED: { zh: '混合', en: 'mixed' },
};

export const CERTAINTY_WORDS: Readonly<Record<string, Both>> = {
  definite: { zh: '确定', en: 'definite' },
  possible: { zh: '待核', en: 'possible' },
  excluded: { zh: '排除', en: 'excluded' },
};

export const CATEGORY_WORDS: Readonly<Record<string, Both>> = {
  confirmed: { zh: '确诊', en: 'confirmed' },
  clinical: { zh: '临床诊断', en: 'clinical' },
  probable: { zh: '可能', en: 'probable' },
  suspected: { zh: '疑似', en: 'suspected' },
  asymptomatic: { zh: '无症状', en: 'asymptomatic' },
  excluded: { zh: '排除', en: 'excluded' },
};

export const SEX_WORDS: Readonly<Record<string, Both>> = {
  male: { zh: '男', en: 'M' },
  female: { zh: '女', en: 'F' },
  unknown: { zh: '', en: '' },
};

/** One glyph a source of evidence, the same everywhere. */
export const SOURCE_GLYPHS: Readonly<Record<string, string>> = {
  interview: '☎',
  venue_code: '▦',
  mobile_signal: '⦿',
  payment: '¥',
  camera: '◉',
  ticket: '▤',
  register: '✎',
  other: '·',
};

export const PROTECTION_WORDS: Readonly<Record<string, Both>> = {
  unknown: { zh: '不详', en: 'unknown' },
  none: { zh: '无', en: 'none' },
  effective: { zh: '有效防护', en: 'effective' },
};

export const RELATION_WORDS: Readonly<Record<string, Both>> = {
  household: { zh: '同住', en: 'household' },
  carer: { zh: '照料', en: 'carer' },
  other: { zh: '其他', en: 'other' },
};

/** Relations that come with a pasted or imported roll. */
export const ROLL_WORDS: Readonly<Record<string, Both>> = {
  ...RELATION_WORDS,
  guest: { zh: '宾客', en: 'guest' },
  tablemate: { zh: '同桌', en: 'same table' },
  classmate: { zh: '同班', en: 'classmate' },
  friend: { zh: '朋友', en: 'friend' },
  passenger: { zh: '同乘', en: 'passenger' },
  colleague: { zh: '同事', en: 'colleague' },
};

export const CHANGE_WORDS: Readonly<Record<string, Both>> = {
  ADDED: { zh: '新增', en: 'added' },
  REMOVED: { zh: '不再是', en: 'removed' },
  UPGRADED: { zh: '升级', en: 'upgraded' },
  DOWNGRADED: { zh: '降级', en: 'downgraded' },
  DATES: { zh: '日期变', en: 'dates' },
};

/** Special needs as they are typed and ticked; whatever else was written is shown as written. */
export const NEED_WORDS: Readonly<Record<string, Both>> = {
  wheelchair: { zh: '轮椅', en: 'wheelchair' },
  stretcher: { zh: '担架', en: 'stretcher' },
  minor: { zh: '未成年', en: 'minor' },
  infant: { zh: '婴儿', en: 'infant' },
  pregnant: { zh: '孕', en: 'pregnant' },
  dialysis: { zh: '透析', en: 'dialysis' },
  guardian: { zh: '监护人', en: 'guardian' },
  pet: { zh: '宠物', en: 'pet' },
  medicine: { zh: '长期用药', en: 'medicine' },
  language: { zh: '语言', en: 'language' },
};

export const sourceGlyphs = (sources: readonly string[]): string => sources.map((source) => SOURCE_GLYPHS[source] ?? '·').join('');

/** A close contact's mark, and so on: the second sign beside every colour. */
export type MarkKind = 'case' | 'ring' | 'close' | 'second' | 'other';
export function markOf(cls: string | null | undefined, category?: string | null): MarkKind {
  if (category) return category === 'asymptomatic' ? 'ring' : 'case';
  return cls === 'CLOSE' ? 'close' : cls === 'SECOND' ? 'second' : 'other';
}
