import type { DemoStay } from '../records.js';
import type { DemoMinute } from '../seed/clock.js';

/** A piece of somebody's days while they are being made up: `[from, to)` in the demo's minutes. */
export interface Spell {
  readonly place: string;
  readonly from: DemoMinute;
  readonly to: DemoMinute;
  readonly source: DemoStay['source'];
  /** Only the arrival is on record; `to` is what really happened. */
  readonly checkInOnly?: boolean;
  readonly companions?: number;
  readonly seat?: string;
  readonly setting?: string;
  readonly protection?: DemoStay['protection'];
}

/** Minutes on the way between two places. */
export const TRAVEL = 12;
/** Shorter than this a piece is not worth a record. */
const SHORTEST = 5;

/** The days with an event put into them: what was there before or after is cut back by the way to it, what lay under it goes. */
export function carve(spells: readonly Spell[], event: Spell): Spell[] {
  const around = spells.flatMap((one): Spell[] => {
    if (one.to <= event.from - TRAVEL || one.from >= event.to + TRAVEL) return [one];
    // A scan without check-out says nothing of how long it was: it cannot be cut, only left out.
    if (one.checkInOnly) return [];
    const before = { ...one, to: Math.min(one.to, event.from - TRAVEL) };
    const after = { ...one, from: Math.max(one.from, event.to + TRAVEL) };
    return [before, after].filter((piece) => piece.to - piece.from >= SHORTEST);
  });
  return [...around, event].sort((a, b) => a.from - b.from);
}

/** Home wherever nothing else is known to have been, from `from` until `until`. */
export function fillHome(outings: readonly Spell[], home: string, from: DemoMinute, until: DemoMinute): Spell[] {
  const edges = [...outings, { from: until + TRAVEL, to: until + TRAVEL }];
  let free = from;
  const homes = edges.flatMap((next): Spell[] => {
    const spell: Spell = { place: home, from: free, to: next.from - TRAVEL, source: 'other' };
    free = next.to + TRAVEL;
    return spell.to - spell.from >= 40 ? [spell] : [];
  });
  return [...outings, ...homes].sort((a, b) => a.from - b.from);
}

/** The days until somebody is fetched: a piece that reaches over it ends there. */
export const cutAt = (spells: readonly Spell[], until: DemoMinute): Spell[] =>
  spells.filter((one) => one.from < until - SHORTEST).map((one) => (one.to > until ? { ...one, to: until } : one));
