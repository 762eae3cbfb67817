import type { Random } from '../seed/random.js';

/** Common surnames, the most common first and repeated: a few surnames carry a large part of the people. */
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴王李张刘陈',
  ...'徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const MALE = [...'伟强磊军勇涛斌辉刚健明亮超鹏华飞宇浩峰凯晨阳博文杰志远建国家豪子轩俊泽睿恒毅航林森'];
const FEMALE = [...'芳娜敏静丽艳娟霞秀英玲燕红梅桂兰雪琳慧莹婷欣怡佳颖梦洁雅倩蓉萍月思涵诗语若曦'];
const OLD_MALE = [...'国建德福贵根生水金玉山海龙成发荣昌'];
const OLD_FEMALE = [...'秀桂玉凤兰英珍香菊莲翠巧素淑'];

export const surname = (random: Random): string => random.pick(SURNAMES);

/** A given name of one or two characters; people born before 1965 have two from an older table. */
export function givenName(random: Random, sex: 'male' | 'female', birthYear: number): string {
  const table = sex === 'male' ? MALE : FEMALE;
  if (birthYear < 1965) return random.pick(sex === 'male' ? OLD_MALE : OLD_FEMALE) + random.pick(table);
  return random.chance(0.3) ? random.pick(table) : random.pick(table) + random.pick(table);
}
