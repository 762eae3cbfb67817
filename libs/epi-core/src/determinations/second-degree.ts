import { classRank } from '../protocols/class-order.js';
import type { ContactClass, Protocol } from '../protocols/schema.js';
import type { Certainty } from '../stays/stay.js';
import type { Instant } from '../time/zone.js';
import { CLOSE_CLASS, type PairAnswer, SECOND_CLASS } from './determine.js';
import type { Windows } from './overlap-units.js';

/** A close contact as the middle of a chain: from when, and how sure. */
export interface Middle {
  readonly person: string;
  readonly definite: boolean;
  /** Null: not definite, so nothing behind it can be. */
  readonly firstSurest: Instant | null;
  readonly firstWidest: Instant;
}

/** A pair's answer as a middle of the second degree; only CLOSE contacts are, definite or possible (rulings 12). */
export function middleOf(person: string, answer: PairAnswer): Middle | null {
  const definite = answer.definite?.cls === CLOSE_CLASS ? answer.definite : null;
  const possible = answer.possible?.cls === CLOSE_CLASS ? answer.possible : null;
  const row = definite ?? possible;
  if (!row) return null;
  return { person, definite: definite !== null, firstSurest: definite?.firstSurest ?? null, firstWidest: row.first };
}

/** The time in which a middle person can have exposed others: from the first exposure until isolated; not known, open to `asOf`. */
export function middleWindows(middle: Middle, isolatedAt: Instant | undefined, asOf: Instant): Windows {
  const end = isolatedAt ?? asOf;
  const from = (start: Instant | null) => (start !== null && start < end ? [{ start, end }] : []);
  return { surest: from(middle.firstSurest), widest: from(middle.firstWidest) };
}

/** Whoever has a definite class at least as strict as SECOND, from any case, is not listed in the second degree. */
export function leavesSecondDegree(protocol: Protocol, cls: ContactClass, certainty: Certainty): boolean {
  return certainty === 'definite' && classRank(protocol, cls) <= classRank(protocol, SECOND_CLASS);
}
