import * as OpenCC from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

/** One function for each character, kept: what a library needs a dictionary for is asked once for each character there is. */
function kept<T>(compute: (character: string) => T): (character: string) => T {
  const known = new Map<string, T>();
  return (character) => {
    let value = known.get(character);
    if (value === undefined) {
      value = compute(character);
      known.set(character, value);
    }
    return value;
  };
}

const converter = OpenCC.Converter({ from: 't', to: 'cn' });
const simplified = kept((character) => VARIANTS[character] ?? converter(character));

/** Variants that are a character of their own to a dictionary and the same name to people. */
const VARIANTS: Readonly<Record<string, string>> = {
  喆: '哲',
  濬: '浚',
  堃: '坤',
  昇: '升',
  祐: '佑',
  甯: '宁',
  淼: '淼',
  珮: '佩',
  峯: '峰',
  犇: '奔',
  嶽: '岳',
  菓: '果',
  咏: '咏',
  詠: '咏',
  彣: '文',
};

/** Nearly all text is in simplified characters, and given back as it stands. */
export function simplify(text: string): string {
  for (const character of text) if (simplified(character) !== character) return Array.from(text, simplified).join('');
  return text;
}

const syllableOf = kept((character) => pinyin(character, { toneType: 'none', v: true }).toLowerCase());
const surnameSyllableOf = kept((character) => pinyin(character, { toneType: 'none', v: true, surname: 'head' }).toLowerCase());

/** Surnames of two characters that are still met. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 轩辕 南宫 万俟 闻人 独孤 申屠 太史 西门 呼延 澹台 公冶 宗政 濮阳 淳于 单于 钟离 闾丘 鲜于 拓跋 百里 东郭 微生 梁丘 左丘'.split(
    ' ',
  ),
);
const DOUBLE_READINGS: Readonly<Record<string, readonly string[]>> = {
  尉迟: ['yu', 'chi'],
  万俟: ['mo', 'qi'],
  澹台: ['tan', 'tai'],
  长孙: ['zhang', 'sun'],
  单于: ['chan', 'yu'],
};

/** Characters of the surname at the head of a name in Han characters: two only for a known double surname with a given name after it. */
export const surnameLength = (name: string): number => (name.length > 2 && DOUBLE_SURNAMES.has(name.slice(0, 2)) ? 2 : 1);

/** Toneless syllables of a name, the surname read as a surname (仇 qiu, 单 shan). */
export function syllablesOf(name: string): string[] {
  const head = surnameLength(name);
  const double = head === 2 ? DOUBLE_READINGS[name.slice(0, 2)] : undefined;
  return Array.from(name, (character, i) => double?.[i] ?? (i === 0 && head === 1 ? surnameSyllableOf(character) : syllableOf(character)));
}

/** A syllable without what speakers of other regions do not tell apart: zh-z, ch-c, sh-s, n-l, f-h, r-l, ang-an, eng-en, ing-in (domain notes §7.1). */
export const fuzzySyllable = kept((syllable) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/^f/, 'h')
    .replace(/^hu(?=[aoe]|$)/, 'h')
    .replace(/([aei]n)g$/, '$1'),
);

/** Characters that are taken for each other by eye; each row is one look, and a character has the first that it stands in. */
const LOOKS =
  '己已巳|汨汩|末未|士土|日曰|大太犬|人入|王玉壬|冶治|晴睛|千干于|刀力|戊戌戍|免兔|鸟乌|拔拨|候侯|折拆|暧暖|崇祟|茶荼|贝见|天夭|今令|午牛|名各|住往佳|侍待|洒酒|赢嬴羸|微徽|晓哓|清请情|烨晔|恒桓|瑞端|淋琳林|彬杉|眉媚|钰玉|斌赋|娟涓|怡恰|玲铃|婷停|杨扬|徐除涂|陈阵|孟盂|肖尚|萧箫|傅博|宇字|辛幸|袁衰|汪江|苗笛|洋样|伟韦|俊峻骏|祥样详';
const LOOK_OF = new Map<string, number>();
for (const [row, characters] of LOOKS.split('|').entries())
  for (const character of characters) if (!LOOK_OF.has(character)) LOOK_OF.set(character, row + 1);

/** Number of a character's look, 0 for one that is not taken for another. */
export const lookOf = (character: string): number => LOOK_OF.get(character) ?? 0;
export const looksAlike = (a: string, b: string): boolean => lookOf(a) !== 0 && lookOf(a) === lookOf(b);

/** Surnames as they are romanised elsewhere, to the syllables they may stand for. */
export const ROMANISED: Readonly<Record<string, readonly string[]>> = {
  wong: ['wang', 'huang'],
  chan: ['chen'],
  cheung: ['zhang'],
  lee: ['li'],
  lau: ['liu'],
  leung: ['liang'],
  lam: ['lin'],
  ho: ['he'],
  kwok: ['guo'],
  tsang: ['zeng'],
  yeung: ['yang'],
  chow: ['zhou'],
  chau: ['zhou'],
  tang: ['deng'],
  fung: ['feng'],
  hui: ['xu'],
  tsui: ['xu'],
  chiu: ['zhao'],
  mak: ['mai'],
  yip: ['ye'],
  law: ['luo'],
  lo: ['luo', 'lu'],
  tse: ['xie'],
  so: ['su'],
  siu: ['xiao'],
  kwan: ['guan'],
  poon: ['pan'],
  ng: ['wu', 'huang'],
  ngai: ['wei'],
  yuen: ['yuan', 'ruan'],
  choi: ['cai'],
  tsoi: ['cai'],
  choy: ['cai'],
  kwong: ['kuang'],
  yau: ['qiu', 'you'],
  mok: ['mo'],
  chu: ['zhu'],
  chung: ['zhong'],
  cheng: ['zheng'],
  hsu: ['xu'],
  hsieh: ['xie'],
  chang: ['zhang'],
  chao: ['zhao'],
  tsai: ['cai'],
  kuo: ['guo'],
  yu: ['yu'],
  tan: ['chen'],
  lim: ['lin'],
  teo: ['zhang'],
  goh: ['wu'],
  ong: ['wang'],
};
