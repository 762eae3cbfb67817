import type { DemoStay } from '../records.js';
import { iso } from '../seed/clock.js';
import type { Spell } from './spell.js';
import type { Trajectory } from './trajectories.js';

/** How far a remembered time may be off, in minutes (domain notes §6.1: 15 to 60; the demo's people remember well). */
const RECALL = 10;
/** Below this a remembered stay has no minute that is certain. */
const RECALLED_FROM = 40;

const isRecalled = (spell: Spell): boolean => spell.source === 'interview' && spell.to - spell.from >= RECALLED_FROM;

/** A case tells where it was; what a register, ticket or scan says stays theirs. */
const toldBy = (trajectory: Trajectory, spell: Spell): Spell =>
  trajectory.caseNo !== null && spell.source === 'other' ? { ...spell, source: 'interview' } : spell;

function record(stay: string, person: string, spell: Spell): DemoStay {
  const recalled = isRecalled(spell);
  return {
    stay,
    person,
    place: spell.place,
    start: iso(spell.from),
    end: spell.checkInOnly ? null : iso(spell.to),
    startLatest: recalled ? iso(spell.from + RECALL) : null,
    endEarliest: recalled ? iso(spell.to - RECALL) : null,
    source: spell.source,
    setting: spell.setting ?? null,
    seat: spell.seat ?? null,
    carriage: null,
    protection: spell.protection ?? 'unknown',
    companions: spell.companions ?? null,
  };
}

/** A case's stays carry its number (`demo-stay-207-03`), the others run on. */
export function stayRecords(trajectories: readonly Trajectory[]): DemoStay[] {
  let n = 0;
  return trajectories.flatMap((trajectory) =>
    trajectory.spells.map((spell, i) => {
      const id = trajectory.caseNo === null ? String(++n).padStart(5, '0') : `${trajectory.caseNo}-${String(i + 1).padStart(2, '0')}`;
      return record(`demo-stay-${id}`, trajectory.person, toldBy(trajectory, spell));
    }),
  );
}
