import { checkCharacter } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { levelsOf } from './levels.fixture.js';

const id = (first17: string): string => first17 + checkCharacter(first17);
const VALID = '34052419800101001X';

describe('Chinese names', () => {
  it.each([
    ['张伟', '张 伟', 'same'],
    ['劉麗華', '刘丽华', 'same'],
    ['买买提·阿不都', '买买提阿不都', 'same'],
    ['王喆', '王哲', 'same'],
    ['张丽', '章莉', 'sound'],
    ['单雄信', 'Shan Xiongxin', 'sound'],
    ['王小明', 'WANG XIAO MING', 'sound'],
    ['王小明', 'Xiaoming Wang', 'sound'],
    ['王小明', '小明王', 'sound'],
    ['张诗', '章思', 'alike'],
    ['刘兰', '牛兰', 'alike'],
    ['王林', '王玲', 'alike'],
    ['李己', '李已', 'alike'],
    ['王?明', '王小明', 'alike'],
    ['王xiao明', '王小明', 'sound'],
    ['Wang Xiaoming', 'Wangxiao Ming', 'sound'],
    ['王小明', '王大明', 'one'],
    ['王明', '王小明', 'one'],
    ['小李', '李建国', 'called'],
    ['王阿姨', '王秀英', 'called'],
    ['李某', '李建国', 'called'],
    ['Wong Siu Ming', '王小明', 'called'],
    ['王建国', '王秀英', 'surname'],
    ['王建国', '李秀英', 'different'],
    ['', '李秀英', 'missing'],
    ['不详', '李秀英', 'missing'],
  ])('%s and %s: %s', (a, b, level) => expect(levelsOf('chinese-name', [a], [b])).toEqual([level]));
});

describe('Chinese documents', () => {
  it.each([
    [VALID, VALID.toLowerCase(), 'same'],
    [VALID, '340524800101001', 'same'],
    [VALID, '３４０５２４１９８００１０１００１Ｘ', 'same'],
    [VALID, '34052419800101002X', 'near'],
    [VALID, '43052419800101001X', 'near'],
    [VALID, id('34052419800101003'), 'different'],
    [VALID, '110105194912310021', 'other'],
    [VALID, '3.40524E+17', 'missing'],
    [VALID, '340524********001X', 'missing'],
    [VALID, '000000000000000000', 'missing'],
    [VALID, 'E12345678', 'missing'],
    ['E12345678', 'e1234 5678', 'same'],
    ['E12345678', 'E98765432', 'other'],
  ])('%s and %s: %s', (a, b, level) => expect(levelsOf('chinese-document', [a], [b])).toEqual([level]));
});

describe('Chinese addresses', () => {
  it.each([
    ['翠竹花园3号楼2单元501室', '翠竹花园3-2-501', 'room'],
    ['翠竹花园一期3-2-501', '翠竹花园1期3号楼2单元501室', 'room'],
    ['翠竹3-2-501', '翠竹花园3-2-501', 'room'],
    ['翠竹花园3-2-501', '翠竹花园3号楼2单元', 'unit'],
    ['翠竹花园3-2-501', '翠竹花园5-1-302', 'compound'],
    ['翠竹花园一期3-2-501', '翠竹花园二期3-2-501', 'different'],
    ['石牌街道翠竹花园3号楼', '石牌街道锦绣小区5号楼', 'town'],
    ['翠竹花园3-2-501', '锦绣小区3-2-501', 'different'],
  ])('%s and %s: %s', (a, b, level) => expect(levelsOf('chinese-address', [a, ''], [b, ''])).toEqual([level]));
});

describe('dates', () => {
  it.each([
    ['1964-10-19', '19/10/1964', 'same'],
    ['1972-01-17', '1/17/72', 'same'],
    ['1939-02-09', '2/9/39', 'same'],
    ['1939-09-02', '2/9/39', 'same'],
    ['1897-11-11', '11/11/97', 'same'],
    ['1964-10-19', '1964-10', 'agrees'],
    ['1965-01-09', '1965-09-01', 'near'],
    ['1971-06-24', '1971-05-24', 'near'],
    ['1971-06-24', '1971-06-03', 'parts'],
    ['1973-03-09', '1983-03-07', 'digits'],
    ['1990-12-31', '1991-01-09', 'close'],
    ['1990-12-31', '1951-06-08', 'different'],
    ['1964-10-19', 'Missing, but age 23', 'missing'],
    ['1960-10-20', '3000-01-01', 'missing'],
    ['2000-12-22', '2000-12-32', 'near'],
  ])('%s and %s: %s', (a, b, level) => expect(levelsOf('date', [a], [b])).toEqual([level]));
});

describe('Latin names', () => {
  const names = (a: string, b: string) =>
    levelsOf('latin-name', [...a.split('|'), '', ''].slice(0, 4), [...b.split('|'), '', ''].slice(0, 4));
  it.each([
    ['Linda|Nash', 'LINDA|nash', ['same', 'same', 'straight']],
    ["O'Bailey|Dorsey", 'O Bailey|Dorsey', ['same', 'same', 'straight']],
    ['Ryan|Lawrence', 'Ryan|Law-rence', ['same', 'same', 'straight']],
    ['José|Núñez', 'Jose|Nunez', ['same', 'same', 'straight']],
    ['Robert|Washington', 'Bobby|Washington', ['called', 'same', 'straight']],
    ['Jose|Singleton', 'Singleton|Jose', ['same', 'same', 'swapped']],
    ['Isla|', '|Isla', ['missing', 'same', 'swapped']],
    ['Theodore|Stewart', 'Theodroe|Stewart', ['near', 'same', 'straight']],
    ['David|Norman', 'David|Nor', ['same', 'similar', 'straight']],
    ['J|Smith', 'John|Smith', ['initial', 'same', 'straight']],
    ['Jane|Doe', 'Jane|Smith', ['missing', 'missing', 'missing']],
    ['Anonymous|Anonymous', 'Unk|Unk', ['missing', 'missing', 'missing']],
    ['Baby|Girl', 'Baby|Boy', ['missing', 'missing', 'missing']],
    ['Angela|Miller||Brown', 'Angela|Brown', ['same', 'similar', 'straight']],
    ['||Smith, John', 'John|Smith', ['same', 'same', 'straight']],
  ])('%s and %s', (a, b, levels) => expect(names(a, b)).toEqual(levels));
});

describe('numbers, codes and addresses for mail', () => {
  it.each([
    ['identifier', '540-12-1415', '540 12 1415', ['same']],
    ['identifier', '318-19-0049', '0049', ['tail']],
    ['identifier', '372-26-2080', '372-26-2081', ['near']],
    ['identifier', '540-12-1415', '540-12- 2324', ['different']],
    ['identifier', '540-12-1415', '999-99-9999', ['missing']],
    ['code', '05308', '5308', ['same']],
    ['code', '30613', '30623', ['near']],
    ['code', '90210', '90355', ['area']],
    ['email', 'a.b@day.com', 'A.B@day.com', ['same', 'same']],
    ['email', 'l.gordon34@french.com', 'l.gordon34cfren@h.com', ['near', 'near']],
    ['email', 'stephanie@harrington.com', 'stephanie@harrignton.com', ['near', 'near']],
    ['email', 'ann.lee@one-house.com', 'bob@one-house.com', ['different', 'same']],
    ['phone', '138 0000 1234', '+86 13800001234', ['same']],
    ['phone', '13800001234/13911112222', '13911112222', ['same']],
    ['phone', '13800001234', '13800001235', ['near']],
    ['phone', '13800001234', '11111111111', ['missing']],
    ['number', '1,200', '1200.5', ['near']],
    ['text', 'Lonon', 'London', ['near']],
  ])('%s: %s and %s', (compare, a, b, levels) => expect(levelsOf(compare, [a], [b])).toEqual(levels));

  it('a choice knows the words that mean the same, and no others', () => {
    const values = { male: ['m', '男'], female: ['f', '女'] };
    expect(levelsOf('choice', ['男'], ['M'], { values })).toEqual(['same']);
    expect(levelsOf('choice', ['男'], ['f'], { values })).toEqual(['different']);
    expect(levelsOf('choice', ['男'], ['?'], { values })).toEqual(['missing']);
  });
});
