import type { Day } from '../time/zone.js';
import { normaliseIdText, readResidentId } from './resident-id.js';

/** What else is known of whoever holds the number. */
export interface Holder {
  readonly birthOn?: Day | null;
  readonly sex?: 'male' | 'female' | null;
  /** Nobody is born after this day, and hardly anybody more than 115 years before it. */
  readonly today: Day;
}

const OLDEST_YEARS = 115;
/** Digits that are taken for each other when they are read from paper or a screen. */
const ALIKE: readonly string[] = ['08', '06', '17', '12', '27', '38', '35', '56', '49', '69', '89'];

/** Provinces, and 81–83 of residence permits, 91 of foreigners (domain notes §5.1). */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** How little it takes to have made the mistake: smaller is likelier. */
const COST = { swapped: 0, alike: 1, other: 2 } as const;

/**
 * Numbers that pass the check and differ from a failing one by what people get wrong: two neighbours swapped, or one place. For whoever
 * typed it to compare with the document, the likeliest mistake first; nothing of it is ever taken over without them, since several always
 * pass. Empty for what is no number of 18 places, or passes as it is. Source: domain notes §5.1.
 */
export function idRepairs(text: string, { birthOn = null, sex = null, today }: Holder): string[] {
  const clean = normaliseIdText(text);
  const read = readResidentId(text);
  if (read.kind !== 'invalid' || !/^[\dX]{18}$/.test(clean)) return [];
  const found = new Map<string, number>();
  const consider = (number: string, cost: number): void => {
    const holder = readResidentId(number);
    if (holder.kind !== 'valid' || !PROVINCES.test(number) || holder.birthOn > today) return;
    if (Number(today.slice(0, 4)) - Number(holder.birthOn.slice(0, 4)) > OLDEST_YEARS) return;
    if ((birthOn !== null && holder.birthOn !== birthOn) || (sex !== null && holder.sex !== sex)) return;
    found.set(number, Math.min(cost, found.get(number) ?? cost));
  };
  for (let at = 0; at < 18; at++) {
    if (at < 17 && clean[at] !== clean[at + 1])
      consider(clean.slice(0, at) + clean[at + 1] + clean[at] + clean.slice(at + 2), COST.swapped);
    for (const digit of at === 17 ? '0123456789X' : '0123456789') {
      if (digit === clean[at]) continue;
      const cost = ALIKE.some((pair) => pair.includes(digit) && pair.includes(clean[at]!)) ? COST.alike : COST.other;
      consider(clean.slice(0, at) + digit + clean.slice(at + 1), cost);
    }
  }
  return [...found].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([number]) => number);
}
