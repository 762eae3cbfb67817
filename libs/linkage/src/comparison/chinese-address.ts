import { type ChineseAddress, readChineseAddress } from '../cleaning/read-chinese-address.js';
import { oneEditApart } from '../cleaning/similarity.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

const [UNKNOWN, ROOM, UNIT, COMPOUND, TOWN, DIFFERENT] = [0, 1, 2, 3, 4, 5];

const TAIL = /(?:小区|花园|新村|公寓|家园|社区|苑|园|城|里|村)$/u;
/** 东湖 for 东湖小区: the kind of compound is left out. 东湖花园 and 东湖小区 are two. */
const withoutKind = (long: string, short: string): boolean => short.length >= 2 && compoundWithoutKind(long) === short;
export const compoundWithoutKind = (compound: string): string => compound.replace(TAIL, '');

/** One name inside the other, or nearly the same: people leave out a phase, or say 花园 for 花园小区. */
function sameCompound(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (withoutKind(long, short)) return true;
  return (short.length >= 3 && long.includes(short) && sameFigures(a, b)) || (short.length >= 4 && oneEditApart(a, b) && sameFigures(a, b));
}

export const figures = (text: string): string => text.replace(/[^0-9]+/g, ' ').trim();
/** 一期 and 二期 are two compounds; a phase that one leaves out is none against it. */
const sameFigures = (a: string, b: string): boolean => figures(a) === '' || figures(b) === '' || figures(a) === figures(b);

const agree = (a: string, b: string): boolean => a !== '' && a === b;
const against = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

function levelOf(a: ChineseAddress, b: ChineseAddress): number {
  if (a.compound === '' || b.compound === '') return a.town === '' || b.town === '' ? UNKNOWN : a.town === b.town ? TOWN : DIFFERENT;
  if (!sameCompound(a.compound, b.compound)) return agree(a.town, b.town) ? TOWN : DIFFERENT;
  if (against(a.building, b.building)) return COMPOUND;
  if (agree(a.room, b.room) && !against(a.unit, b.unit)) return ROOM;
  return agree(a.building, b.building) && !against(a.room, b.room) && !against(a.unit, b.unit) ? UNIT : COMPOUND;
}

export const doorOf = ({ compound, building, unit, room }: ChineseAddress): string => `${compound}|${building}|${unit}|${room}`;

/** Chinese addresses by parts. The room, and a compound without one, count by how many people live there. */
export const CHINESE_ADDRESS: ComparisonKind = {
  roles: ['address', 'otherwise'],
  make: () =>
    new ValueTable<ChineseAddress>({
      compare: 'chinese-address',
      quick: true,
      parts: [{ name: 'address', levels: ['room', 'unit', 'compound', 'town', 'different'], exact: 1 }],
      clean: readChineseAddress,
      identity: (address) => `${address.town}|${doorOf(address)}`,
      levels: levelOf,
      counted: (_, address) => (address.compound === '' ? address.town || null : doorOf(address)),
      keys: {
        room: (address) => (address.room === '' ? null : `${address.compound}|${address.building}|${address.room}`),
        building: ({ compound, building }) => (compound === '' ? null : `${compound}|${building}`),
        compound: ({ compound }) => compound,
      },
      shown: (_, { town, compound, building, unit, room }) =>
        [town, compound, building && `${building}号楼`, unit && `${unit}单元`, room && `${room}室`].filter((part) => part).join(''),
    }),
};
