import { describe, expect, it } from 'vitest';
import { readChineseAddress } from './read-chinese-address.js';
import { readStreet } from './read-street.js';

describe('Chinese addresses', () => {
  it.each([
    ['翠竹花园3号楼2单元501室', '翠竹花园', '3', '2', '501'],
    ['翠竹花园3-2-501', '翠竹花园', '3', '2', '501'],
    ['翠竹花园３－２－５０１', '翠竹花园', '3', '2', '501'],
    ['广东省广州市天河区翠竹花园三号楼二单元501', '翠竹花园', '3', '2', '501'],
    ['翠竹花园 3栋 2单元 501房', '翠竹花园', '3', '2', '501'],
    ['翠竹花園三號樓二單元五〇一室', '翠竹花园', '3', '2', '501'],
    ['翠竹花园3-501', '翠竹花园', '3', '', '501'],
    ['翠竹花园一期12幢0301室', '翠竹花园1期', '12', '', '301'],
    ['翠竹花园第二期A栋', '翠竹花园2期', 'A', '', ''],
  ])('%s', (text, compound, building, unit, room) => expect(readChineseAddress([text])).toMatchObject({ compound, building, unit, room }));

  it('takes the town out and leaves 小区 in', () => {
    expect(readChineseAddress(['天河区石牌街道阳光小区5号楼'])).toMatchObject({ town: '石牌', compound: '阳光小区', building: '5' });
  });

  it('takes the second cell when the first is empty, and nothing from words that say nothing', () => {
    expect(readChineseAddress(['', '翠竹花园3-2-501'])).toMatchObject({ room: '501' });
    expect(readChineseAddress(['不详'])).toBeNull();
  });
});

describe('streets', () => {
  it.each([
    [['', '7524 Mejia Grove, Apt. 708'], '7524', 'mejiagrove', '708', ''],
    [['', '7524 Mejia Grove Apt 708'], '7524', 'mejiagrove', '708', ''],
    [['', '908 Jordan Pkwy. Apt. 006'], '908', 'jordanparkway', '6', ''],
    [['', '27559 Good Motor Way Suite 257'], '27559', 'goodmotorway', '257', ''],
    [['', '00709 Hoover Prairie'], '709', 'hooverprairie', '', ''],
    [['', 'USPS Store\\n2094 Kyle Mills Suite 983'], '2094', 'kylemills', '983', 'uspsstore'],
    [['', 'PO BOX 7090'], '7090', 'box', '', ''],
    [['6', 'tullaroop street', 'willaroo'], '6', 'tullaroopstreet', '', 'willaroo'],
  ])('%s', (cells, number, street, unit, name) => expect(readStreet(cells)).toEqual({ number, street, unit, name }));

  it('reads nothing from nothing', () => expect(readStreet(['', ' ', ''])).toBeNull());
});
