import { CASE_ROWS, FRESH_CASE } from '../cases/case-table.js';
import type { Resident } from '../people/residents.js';
import { placeId } from '../places/public-places.js';
import { at, type DemoMinute } from '../seed/clock.js';
import { type Random, randomOf } from '../seed/random.js';
import { EVENTS, type StoryEvent } from './events.js';
import { freshSpells } from './fresh-case.js';
import { outingsOf } from './routine.js';
import { carve, cutAt, fillHome, type Spell } from './spell.js';

export interface Trajectory {
  readonly person: string;
  /** Number of the case the person is, or null. */
  readonly caseNo: string | null;
  readonly spells: readonly Spell[];
}

/** Everybody's days end before the clock starts: the last night at home, at the latest at 07:40. */
const LAST_MORNING = at(14, '07:40');
const ISOLATED = new Map<string, DemoMinute>(CASE_ROWS.map((row) => [row.no, row.isolated]));
/** The one guest of the story who has no home here. */
export const GUEST_ROLE = '183';
export const GUEST_ROOM = 'hotel-305';
const ARRIVED = at(1, '19:40');

const asSpell = (event: StoryEvent): Spell => ({
  place: event.place,
  from: event.from,
  to: event.to,
  source: event.source,
  companions: event.source === 'interview' ? event.who.length + event.others + event.named - 1 : undefined,
  protection: event.source === 'interview' ? 'none' : 'unknown',
});

/** Guests of the story without a part in it: grown-ups whose days are on record, each at one event only. */
function castOthers(random: Random, routine: readonly Resident[]): Map<string, StoryEvent[]> {
  const free = random.shuffled(routine.filter((one) => one.role === null && one.age >= 18 && one.job.startsWith('work')));
  const chosen = new Map<string, StoryEvent[]>();
  const byKey = new Map<string, Resident[]>();
  for (const event of EVENTS) {
    // The same colleagues sit in the office every day, the same passengers ride the morning bus.
    const known = byKey.get(event.key) ?? [];
    while (known.length < event.others) known.push(free.pop()!);
    byKey.set(event.key, known);
    for (const one of known.slice(0, event.others)) chosen.set(one.person, [...(chosen.get(one.person) ?? []), event]);
  }
  return chosen;
}

function daysOf(random: Random, one: Resident, events: readonly StoryEvent[]): Spell[] {
  const isolated = one.role === null ? undefined : ISOLATED.get(one.role);
  if (one.role === FRESH_CASE) return freshSpells(one.home);
  let outings = outingsOf(random, one);
  for (const event of events) outings = carve(outings, asSpell(event));
  const until = Math.min(isolated === undefined ? LAST_MORNING : isolated - 20, LAST_MORNING);
  return cutAt(fillHome(cutAt(outings, until), one.home, at(1, '00:00'), until), until);
}

/** The guest: two evenings at the hotel before the banquet, sales calls by day, fetched from the room. */
function guestDays(): Spell[] {
  const until = ISOLATED.get(GUEST_ROLE)! - 20;
  const calls: Spell[] = [6, 7].map((day) => ({
    place: placeId('work-17'),
    from: at(day, '09:30'),
    to: at(day, '11:10'),
    source: 'register',
  }));
  let outings: Spell[] = cutAt(calls, until);
  for (const event of EVENTS.filter((e) => e.who.includes(GUEST_ROLE))) outings = carve(outings, asSpell(event));
  return cutAt(fillHome(outings, placeId(GUEST_ROOM), ARRIVED, until), until);
}

/** The days of everybody whose days are on record, the cast first. */
export function buildTrajectories(seed: number, guest: string, routine: readonly Resident[]): Trajectory[] {
  const others = castOthers(randomOf(seed, 'events'), routine);
  const trajectories = routine.map((one): Trajectory => {
    const parts = one.role === null ? (others.get(one.person) ?? []) : EVENTS.filter((event) => event.who.includes(one.role!));
    const spells = daysOf(randomOf(seed, `days/${one.person}`), one, parts);
    return { person: one.person, caseNo: one.role !== null && ISOLATED.has(one.role) ? one.role : null, spells };
  });
  return [{ person: guest, caseNo: GUEST_ROLE, spells: guestDays() }, ...trajectories];
}
