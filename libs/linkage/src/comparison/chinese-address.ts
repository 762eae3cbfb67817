import { type ChineseAddress, readChineseAddress } from '../cleaning/read-chinese-address.js';
import { oneEditApart } from '../cleaning/similarity.js';
import { type ComparisonKind, hash53 } from './comparison.js';
import { type Traits, ValueTable } from './value-table.js';

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

/** A bit of each character, by a multiplier of its own. */
function charactersOf(text: string, multiplier: number): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (Math.imul(text.charCodeAt(i) + 1, multiplier) >>> 27);
  return bits;
}

const severalBits = (bits: number): boolean => (bits & (bits - 1)) !== 0;

/**
 * Which characters the name of the compound has, told twice, its length, and a hash of the town; 0 for what is empty. Two names of one compound
 * lie in each other or are one edit apart: the shorter one has at most one character that the longer one has not.
 */
const ADDRESS_TRAITS: Traits<ChineseAddress> = {
  width: 4,
  write({ compound, town }, rows, at) {
    rows[at] = charactersOf(compound, 0x9e3779b1);
    rows[at + 1] = charactersOf(compound, 0x85ebca6b);
    rows[at + 2] = compound.length;
    rows[at + 3] = town === '' ? 0 : hash53(town) | 1;
  },
  levels(rows, a, b) {
    const lengthA = rows[a + 2]!;
    const lengthB = rows[b + 2]!;
    if (lengthA === 0 || lengthB === 0) return -1;
    const short = lengthA < lengthB ? a : b;
    const long = a + b - short;
    if (!severalBits(rows[short]! & ~rows[long]!) && !severalBits(rows[short + 1]! & ~rows[long + 1]!)) return -1;
    return rows[a + 3] !== 0 && rows[a + 3] === rows[b + 3] ? -1 : DIFFERENT;
  },
};

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
      traits: ADDRESS_TRAITS,
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
