import { pinyin } from 'pinyin-pro';
import { type ListRandom, Weighted } from './random.js';

/** Share of people in percent. The first five by domain notes §7.1 (S66), the others by general knowledge of the same census, falling to the hundredth. */
const TOP =
  '王7.25李7.19张6.83刘5.38陈4.53杨3.08赵2.29黄2.23周2.12吴2.05徐1.67孙1.54胡1.31朱1.26高1.21林1.18何1.17郭1.15马1.1罗0.95梁0.85宋0.81郑0.78谢0.72韩0.68唐0.65冯0.64于0.62董0.61萧0.59程0.57曹0.57袁0.54邓0.54许0.54傅0.51沈0.5曾0.5彭0.49吕0.47苏0.47卢0.47蒋0.46蔡0.45贾0.42丁0.41魏0.4薛0.39叶0.39阎0.39余0.38潘0.37杜0.37戴0.36夏0.36钟0.36汪0.36田0.35任0.35姜0.34范0.34方0.33石0.33姚0.32谭0.31廖0.31邹0.3熊0.3金0.29陆0.29郝0.28孔0.27白0.27崔0.26康0.26毛0.25邱0.25秦0.25江0.24史0.23顾0.23侯0.23邵0.22孟0.22龙0.22万0.21段0.21雷0.2钱0.2汤0.19尹0.19黎0.18易0.18常0.18武0.17乔0.17贺0.17赖0.16龚0.16文0.16';
const RARE =
  '庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵欧阳解强柴华车冉房边净辜苟曲解仇朴欧';
const DOUBLE = ['欧阳', '上官', '司马', '诸葛', '尉迟', '慕容', '皇甫', '东方'];

const surnames = new Weighted<string>([
  ...[...TOP.matchAll(/(\p{Script=Han})([\d.]+)/gu)].map((m) => [m[1]!, Number(m[2])] as const),
  ...[...new Set(RARE)].map((surname) => [surname, 0.1] as const),
  ...DOUBLE.map((surname) => [surname, 0.03] as const),
]);

const MALE =
  '伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林晨建国志文博海峰亮辰轩然泽皓天一子昊睿梓家豪嘉诚思远東立新民永庆成东玉春德福生荣光兴旺才富贵学义忠信仁安泰康乐进步';
const FEMALE =
  '芳娜敏静丽艳娟秀英霞燕玲桂兰红玉萍梅莉婷雪慧琳颖欣怡佳悦梦洁琪瑶萱涵诗雨思晓文雅珊倩蕾薇云凤珍菊爱莲巧美丹月彩娥芬蓉荷翠花香春秋冬淑惠华素真环素兰莹璐晶妍媛';
const zipf = (characters: string) => new Weighted([...new Set(characters)].map((c, i) => [c, 1 / (i + 4) ** 0.8] as const));
const [male, female] = [zipf(MALE), zipf(FEMALE)];
/** Of the given names of one character. */
const SHORT_GIVEN = 0.16;

export type Sex = 'male' | 'female';

export const drawSurname = (random: ListRandom): string => surnames.draw(random);
export function drawGiven(random: ListRandom, sex: Sex): string {
  const characters = sex === 'male' ? male : female;
  const first = characters.draw(random);
  return random.chance(SHORT_GIVEN) ? first : first + characters.draw(random);
}

const MINORITY = [
  '买买提',
  '阿不都',
  '艾山',
  '古丽',
  '阿依',
  '热合曼',
  '吐尔逊',
  '卡德尔',
  '帕提古丽',
  '努尔',
  '依明',
  '玉素甫',
  '迪丽',
  '巴图',
  '其其格',
];
/** A name with an interpunct, as in the north-west. */
export const drawMinority = (random: ListRandom): string => `${random.one(MINORITY)}·${random.one(MINORITY)}`;

const pool = [
  ...new Set(
    `${MALE}${FEMALE}${TOP.replace(/[\d.]/g, '')}${RARE}章柳莉利俐玮炜纬静婧菁晴敏闽颖影莹盈英瑛慧惠卉会军君均钧俊骏峻涛滔韬杰捷洁婕丹旦宇雨羽语玉育钰煜志智致治浩皓昊灏欣新鑫昕馨辛佳嘉家加佳梅媚美玫眉`,
  ),
];
const soundOf = (character: string): string => pinyin(character, { toneType: 'none' });
const bySound = new Map<string, string[]>();
for (const character of pool) bySound.set(soundOf(character), [...(bySound.get(soundOf(character)) ?? []), character]);

/** Another character of the same sound, null when the pool has none. */
export function homophoneOf(random: ListRandom, character: string): string | null {
  const others = (bySound.get(soundOf(character)) ?? []).filter((other) => other !== character);
  return others.length === 0 ? null : random.one(others);
}

/** Sounds that regional speech runs together (domain notes §7.1), both ways. */
const MERGERS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^z(?!h)/, 'zh'],
  [/^c(?!h)/, 'ch'],
  [/^s(?!h)/, 'sh'],
  [/^n/, 'l'],
  [/^l/, 'n'],
  [/^f/, 'h'],
  [/ang$/, 'an'],
  [/an$/, 'ang'],
  [/eng$/, 'en'],
  [/en$/, 'eng'],
  [/ing$/, 'in'],
  [/in$/, 'ing'],
];

/** A character of a sound that is taken for this one's by ear, null when there is none. */
export function accentOf(random: ListRandom, character: string): string | null {
  const sound = soundOf(character);
  const others = MERGERS.flatMap(([from, to]) => (from.test(sound) ? (bySound.get(sound.replace(from, to)) ?? []) : []));
  return others.length === 0 ? null : random.one(others);
}

const TRADITIONAL =
  '刘劉张張陈陳杨楊赵趙黄黃吴吳孙孫马馬罗羅谢謝韩韓冯馮许許邓鄧萧蕭吕呂苏蘇卢盧蒋蔣贾賈叶葉阎閻钟鐘陆陸谭譚邹鄒汤湯龙龍贺賀赖賴顾顧伟偉强強军軍杰傑刚剛辉輝鹏鵬华華飞飛涛濤凯凱宁寧国國丽麗艳豔红紅兰蘭静靜娇嬌颖穎瑶瑤诗詩晓曉云雲凤鳳爱愛莲蓮莹瑩泽澤东東兴興贵貴学學义義荣榮庆慶';
const traditional = new Map(
  Array.from({ length: TRADITIONAL.length / 2 }, (_, i) => [TRADITIONAL[2 * i]!, TRADITIONAL[2 * i + 1]!] as const),
);
export const inTraditional = (name: string): string => Array.from(name, (c) => traditional.get(c) ?? c).join('');

const LOOKS =
  '己已末未士土大太千干刀力今令午牛名各微徽晓哓清请烨晔恒桓瑞端淋琳眉媚钰玉怡恰玲铃婷停杨扬徐除涂余陈阵孟盂汪江洋样伟韦俊峻祥详';
const looks = new Map([...LOOKS].map((c, i) => [c, LOOKS[i % 2 === 0 ? i + 1 : i - 1] ?? c] as const));
export const looksLike = (character: string): string | null => looks.get(character) ?? null;

export const inPinyin = (name: string, surname: number): string => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
  const join = (part: readonly string[]) => part.join('').replace(/^./, (c) => c.toUpperCase());
  return `${join(syllables.slice(0, surname))} ${join(syllables.slice(surname))}`;
};
