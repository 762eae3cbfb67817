import { placeId } from '../places/public-places.js';
import type { DemoStay } from '../records.js';
import { at, type DemoMinute } from '../seed/clock.js';

/**
 * A meeting of the story. `who` are parts of the cast (the fresh case's own stays are written out by hand); `others` are
 * people of the district whose days are on record, too.
 */
export interface StoryEvent {
  readonly key: string;
  readonly place: string;
  readonly from: DemoMinute;
  readonly to: DemoMinute;
  readonly who: readonly string[];
  readonly others: number;
  /** How many more were there that the case can only name. */
  readonly named: number;
  readonly relation: 'guest' | 'tablemate' | 'classmate' | 'friend';
  readonly source: DemoStay['source'];
  /** Whose stay the names hang under. */
  readonly namedBy: string | null;
}

const event = (
  key: string,
  place: string,
  day: number,
  from: string,
  to: string,
  who: readonly string[],
  more: Partial<StoryEvent> = {},
): StoryEvent => ({
  key,
  place: placeId(place),
  from: at(day, from),
  to: at(day, to),
  who,
  others: 0,
  named: 0,
  relation: 'tablemate',
  source: 'interview',
  namedBy: null,
  ...more,
});

const school = (day: number): StoryEvent[] => [
  event('class', '3-2', day, '08:00', '11:40', ['197', '198', '199', '200'], { source: 'register' }),
  event('class', '3-2', day, '13:20', '16:20', ['197', '198', '199', '200'], { source: 'register' }),
];
const office = (day: number): StoryEvent[] => [
  event('office', 'office-a', day, '08:30', '17:30', ['186', '193', '194'], { source: 'register', others: 6 }),
];

export const EVENTS: readonly StoryEvent[] = [
  event('banquet', 'banquet', 3, '11:30', '14:00', ['183', '184', '185', '186', '188', '197'], {
    others: 14,
    named: 32,
    relation: 'guest',
    namedBy: '183',
  }),
  event('check-in', 'hotel-desk', 1, '20:05', '20:25', ['183', '187'], { source: 'register' }),
  event('check-in', 'hotel-desk', 4, '08:00', '08:15', ['183', '187']),
  event('mahjong', 'mahjong-1', 6, '14:00', '17:30', ['184', '189', '190', '191'], { others: 3, named: 5, namedBy: '184' }),
  event('bus', 'bus-12-1', 7, '07:35', '08:05', ['187', '196'], { source: 'ticket', others: 7 }),
  event('bus', 'bus-12-1', 8, '07:35', '08:02', ['187', '196'], { source: 'ticket', others: 5 }),
  ...office(6),
  ...office(7),
  ...school(7),
  ...school(8),
  event('dinner', 'restaurant-4-r1', 8, '18:10', '20:20', ['193', '202'], { named: 8, namedBy: '193' }),
  event('supper', 'restaurant-7-r1', 9, '18:10', '20:30', ['191', '205'], { others: 3, named: 6, namedBy: '191' }),
  event('cards', 'mahjong-2', 10, '13:50', '17:30', [], { others: 3 }),
  event('waiting', 'hospital-clinic', 12, '09:20', '12:30', [], { source: 'register', others: 5 }),
  event('ride', 'bus-12-2', 10, '07:36', '08:14', [], { source: 'ticket', others: 4 }),
  event('tea', 'restaurant-2-r2', 9, '15:00', '17:00', ['194', '207']),
];
