import { placeId } from '../places/public-places.js';
import { at } from '../seed/clock.js';
import type { Spell } from './spell.js';

/**
 * What is known of case 207 an hour and a half after the report. Hours are missing on purpose: 04-10 13:05–14:00, 04-11 17:10–19:40,
 * 04-12 08:20–09:30 and 12:10–13:10, and 04-12 17:40–21:00, where a payment in a restaurant says that there was a dinner.
 */
export function freshSpells(home: string): Spell[] {
  const spell = (place: string, day: number, from: string, to: string, source: Spell['source'], more: Partial<Spell> = {}): Spell => ({
    place,
    from: at(day, from),
    to: at(day, to),
    source,
    ...more,
  });
  return [
    spell(placeId('restaurant-2-r2'), 9, '15:00', '17:00', 'interview', { companions: 1, protection: 'none' }),
    spell(home, 9, '17:30', '24:00', 'interview'),
    spell(home, 10, '00:00', '07:30', 'interview'),
    spell(placeId('bus-12-2'), 10, '07:40', '08:10', 'ticket', { protection: 'unknown' }),
    spell(placeId('supermarket-3'), 10, '08:20', '11:05', 'venue_code'),
    spell(placeId('restaurant-5-r3'), 10, '11:20', '13:05', 'interview', { companions: 8, protection: 'none' }),
    spell(placeId('mahjong-2'), 10, '14:00', '17:20', 'interview', { companions: 3, protection: 'none' }),
    spell(home, 10, '17:30', '24:00', 'interview', { companions: 2 }),
    spell(home, 11, '00:00', '07:40', 'interview'),
    spell(placeId('training'), 11, '08:10', '17:10', 'register', { protection: 'unknown' }),
    spell(home, 11, '19:40', '24:00', 'interview'),
    spell(home, 12, '00:00', '08:20', 'interview'),
    spell(placeId('hospital-clinic'), 12, '09:30', '12:10', 'register', { protection: 'unknown' }),
    spell(home, 12, '13:10', '17:40', 'interview'),
    spell(home, 12, '21:00', '24:00', 'interview'),
    spell(home, 13, '00:00', '15:50', 'interview'),
    spell(home, 13, '17:00', '24:00', 'interview'),
    spell(home, 14, '00:00', '08:30', 'interview'),
  ];
}
