import type { Resident } from '../people/residents.js';
import { CARD_ROOMS, CLASS_KEYS, PARKS, placeId, WORKPLACES } from '../places/public-places.js';
import { at, DEMO_FIRST_DAY, DEMO_LAST_DAY, isWorkday } from '../seed/clock.js';
import type { Random } from '../seed/random.js';
import type { Spell } from './spell.js';

/** The places one person goes to again and again. */
export interface Haunts {
  readonly work: string | null;
  readonly canteen: string | null;
  readonly bus: string | null;
  readonly supermarket: string;
  readonly shop: string;
  readonly pharmacy: string;
  readonly market: string;
  readonly park: string;
  /** Where a retired person plays mah-jong, if at all. */
  readonly cards: string | null;
  readonly restaurant: string;
}

const LINES = [3, 7, 12, 16, 21, 28];

function workOf(random: Random, job: Resident['job']): Pick<Haunts, 'work' | 'canteen'> {
  const [kind, named] = job.split(':');
  if (kind === 'class') return { work: placeId(named ?? random.pick(CLASS_KEYS.filter((key) => key !== '3-2'))), canteen: null };
  if (kind !== 'work') return { work: null, canteen: null };
  if (named) return { work: placeId(named), canteen: null };
  const n = random.int(1, WORKPLACES);
  return { work: placeId(`work-${n}`), canteen: random.chance(0.45) ? placeId(`canteen-${Math.ceil(n / 4)}`) : null };
}

export function hauntsOf(random: Random, one: Resident): Haunts {
  const rides = one.job.startsWith('work') && random.chance(0.3);
  return {
    ...workOf(random, one.job),
    bus: rides ? placeId(`bus-${random.pick(LINES)}-${random.int(1, 3)}`) : null,
    supermarket: placeId(`supermarket-${random.int(1, 12)}`),
    shop: placeId(`shop-${random.int(1, 20)}`),
    pharmacy: placeId(`pharmacy-${random.int(1, 8)}`),
    market: placeId(`market-${random.int(1, 4)}`),
    park: placeId(`park-${random.int(1, PARKS)}`),
    cards: one.job === 'retired' && random.chance(0.4) ? placeId(`mahjong-${random.int(3, CARD_ROOMS)}`) : null,
    restaurant: `restaurant-${random.int(1, 12)}`,
  };
}

/** Two scans of three are made on the way in only. */
function visit(random: Random, place: string, from: number, minutes: number): Spell {
  return { place, from, to: from + minutes, source: 'venue_code', checkInOnly: random.chance(0.66) };
}

function ride(random: Random, place: string, from: number): Spell {
  return { place, from, to: from + random.int(15, 26), source: 'ticket' };
}

function workday(random: Random, day: number, haunts: Haunts, work: string): Spell[] {
  const start = at(day, '08:30') + random.int(-12, 8);
  const noon = at(day, '12:00') + random.int(-8, 8);
  const close = at(day, '17:30') + random.int(-15, 35);
  const back = noon + 55;
  return [
    ...(haunts.bus ? [ride(random, haunts.bus, start - 40)] : []),
    { place: work, from: start, to: noon, source: 'register' },
    ...(haunts.canteen ? [{ place: haunts.canteen, from: noon + 5, to: noon + random.int(25, 38), source: 'register' } as const] : []),
    { place: work, from: back, to: close, source: 'register' },
    ...(haunts.bus ? [ride(random, haunts.bus, close + 8)] : []),
    ...(random.chance(0.55) ? [visit(random, random.chance(0.6) ? haunts.shop : haunts.supermarket, close + 48, random.int(8, 30))] : []),
  ];
}

const schoolDay = (random: Random, day: number, room: string): Spell[] => [
  { place: room, from: at(day, '08:00') + random.int(-8, 4), to: at(day, '11:40'), source: 'register' },
  { place: room, from: at(day, '13:20') + random.int(-5, 5), to: at(day, '16:20'), source: 'register' },
];

function afternoonOut(random: Random, haunts: Haunts, from: number): Spell[] {
  if (haunts.cards && random.chance(0.35)) return [{ place: haunts.cards, from, to: from + 140, source: 'register' }];
  return random.chance(0.5) ? [{ place: haunts.park, from, to: from + random.int(40, 90), source: 'other' }] : [];
}

/** A day without work: the market in the morning, something in the afternoon, now and then a table in a restaurant. */
function freeDay(random: Random, day: number, haunts: Haunts): Spell[] {
  const morning = at(day, '08:40') + random.int(0, 80);
  const noon = at(day, '11:30') + random.int(0, 30);
  const afternoon = at(day, '14:30') + random.int(0, 90);
  const table = placeId(`${haunts.restaurant}-${random.chance(0.8) ? `t${random.int(1, 6)}` : `r${random.int(1, 2)}`}`);
  return [
    visit(random, random.chance(0.5) ? haunts.market : haunts.supermarket, morning, random.int(20, 45)),
    ...(random.chance(0.16) ? [{ place: table, from: noon, to: noon + random.int(45, 85), source: 'register' } as const] : []),
    ...afternoonOut(random, haunts, afternoon),
    ...(random.chance(0.4) ? [visit(random, random.chance(0.8) ? haunts.shop : haunts.pharmacy, afternoon + 160, random.int(5, 20))] : []),
  ];
}

function oneDay(random: Random, day: number, one: Resident, haunts: Haunts): Spell[] {
  if (!haunts.work || !isWorkday(day)) return freeDay(random, day, haunts);
  return one.job.startsWith('class') ? schoolDay(random, day, haunts.work) : workday(random, day, haunts, haunts.work);
}

/** Where one person was outside the home, day by day until the evening before the clock starts. */
export function outingsOf(random: Random, one: Resident): Spell[] {
  const haunts = hauntsOf(random, one);
  const days = Array.from({ length: DEMO_LAST_DAY - DEMO_FIRST_DAY }, (_, i) => DEMO_FIRST_DAY + i);
  return days.flatMap((day) => oneDay(random, day, one, haunts));
}
