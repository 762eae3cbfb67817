import type { Instant } from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import { groupBy } from '../platform/group-by.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';
import { thresholdsOf } from './identity-setting.js';
import { type PairInSight, pairsInSight } from './pairs-in-sight.js';

export type Likelihood = 'conflict' | 'certain' | 'high' | 'medium' | 'low';

export interface QueuedPair {
  readonly pair: DuplicatePair;
  readonly contacts: readonly Contact[];
  readonly likelihood: Likelihood;
  /** What a mistake costs, in calls: the larger of the two, each by its chance. */
  readonly cost: number;
  /** The dearer mistake. */
  readonly mistake: { readonly zh: string; readonly en: string };
}

/** A contact who is merged away by mistake is found by nobody: as dear as so many calls. */
const LOST: Readonly<Record<string, number>> = { CLOSE: 10, SECOND: 5 };
const LOST_OTHER = 2;
const TWO_VANS = 6;
const TWO_VISITS = 3;
const TWO_CALLS = 1;
/** Both are kept from being sent until it is decided: before everything else. */
const HELD = 100;

/** Exact reasons without a weight of the engine: as sure as the engine is of what it takes for one person. */
const EXACT_BITS = 10;
/** That the two are one person, as the engine weighed them when it found them. */
export const probabilityOfPair = ({ weight }: Pick<DuplicatePair, 'weight'>): number => 1 / (1 + 2 ** -(weight ?? EXACT_BITS));

/** Above the threshold of one person the word is high; from here to there it is medium. */
const MEDIUM = 0.9;

export function likelihoodOf(pair: DuplicatePair, sure: number): Likelihood {
  const { reason } = pair;
  if (reason === 'same-document-other-name') return 'conflict';
  if (reason === 'same-document') return 'certain';
  const p = probabilityOfPair(pair);
  return p >= sure ? 'high' : p >= MEDIUM ? 'medium' : 'low';
}

/** What each mistake costs, whichever is the dearer by its chance. */
export function costOf(pair: DuplicatePair, contacts: readonly Contact[]): Pick<QueuedPair, 'cost' | 'mistake'> {
  const p = probabilityOfPair(pair);
  const both = (told: (contact: Contact) => unknown) => contacts.length > 1 && contacts.every((contact) => told(contact) !== null);
  const [apart, zh, en] = both(({ transfer }) => transfer)
    ? [TWO_VANS, '不合并：两处各派一辆车', 'Kept apart: two vans']
    : both(({ push }) => push)
      ? [TWO_VISITS, '不合并：两处各找一遍', 'Kept apart: two areas search']
      : [TWO_CALLS, '不合并：重复打电话', 'Kept apart: called twice'];
  const lost = Math.max(0, ...contacts.map(({ cls }) => LOST[cls] ?? LOST_OTHER));
  const held = pair.holds ? HELD : 0;
  const [split, merge] = [p * apart, (1 - p) * lost];
  return split >= merge
    ? { cost: split + held, mistake: { zh, en } }
    : { cost: merge + held, mistake: { zh: '合错：漏管 1 名接触者', en: 'Merged wrongly: a contact lost' } };
}

/** Somebody who, as it seems, is known in another area as well. Nothing of whom it is goes beyond this: no name, no number, not what is alike. */
export interface Elsewhere {
  /** The record of the asker's own area. */
  readonly personId: string;
  readonly contacts: readonly Contact[];
  readonly likelihood: Likelihood;
  readonly cost: number;
  readonly holds: boolean;
  /** How many records of other areas. */
  readonly records: number;
  /** Since when the area above all of them is asked; null: not of all of them yet. */
  readonly askedAt: Instant | null;
}

export interface ReviewQueue {
  readonly pairs: readonly QueuedPair[];
  readonly elsewhere: readonly Elsewhere[];
  /** From how many others somebody of these pairs was told apart. */
  readonly apart: ReadonlyMap<string, number>;
}

/** By words alone, so that neither the bits nor the reason shine through the cost. */
const CHANCE: Readonly<Record<Likelihood, number>> = { conflict: 0.99, certain: 0.99, high: 0.99, medium: 0.9, low: 0.5 };
const AS_SAID: Readonly<Record<Likelihood, Likelihood>> = { conflict: 'high', certain: 'high', high: 'high', medium: 'medium', low: 'low' };
const SUREST: readonly Likelihood[] = ['high', 'medium', 'low'];

function elsewhereOf(personId: string, sights: readonly PairInSight[], match: number): Elsewhere {
  const said = sights.map(({ pair }) => AS_SAID[likelihoodOf(pair, match)]);
  const likelihood = SUREST.find((one) => said.includes(one))!;
  const { contacts } = sights[0]!;
  const asked = sights.map(({ pair }) => pair.askedAt);
  const lost = Math.max(0, ...contacts.map(({ cls }) => LOST[cls] ?? LOST_OTHER));
  const holds = sights.some(({ pair }) => pair.holds);
  return {
    personId,
    contacts,
    likelihood,
    cost: Math.max(CHANCE[likelihood] * TWO_VISITS, (1 - CHANCE[likelihood]) * lost) + (holds ? HELD : 0),
    holds,
    records: sights.length,
    askedAt: asked.includes(null) ? null : Math.min(...asked.map((at) => at!)),
  };
}

const byRank = <T>(...ranks: ((one: T) => number)[]) => {
  const worth = (one: T): number[] => ranks.map((rank) => rank(one));
  return (x: T, y: T): number => {
    const [mine, theirs] = [worth(x), worth(y)];
    return mine.map((rank, i) => rank - theirs[i]!).find((order) => order !== 0) ?? 0;
  };
};

/**
 * What nobody has decided and the asker sees: what another area asked for first, then the dearest mistake; those put off come last. Beside it who of the
 * asker's own is known elsewhere too.
 */
export async function reviewQueue(desk: Desk, tx: Tx, actor: Actor): Promise<ReviewQueue> {
  const { match } = await thresholdsOf(desk, tx);
  const sights = await pairsInSight(desk, tx, actor, await desk.duplicates.undecided(tx, actor.areaPath));
  const pairs = sights
    .filter(({ onlyHere }) => onlyHere === null)
    .map(({ pair, contacts }): QueuedPair => ({ pair, contacts, likelihood: likelihoodOf(pair, match), ...costOf(pair, contacts) }))
    .sort(
      byRank(
        ({ pair }) => Number(pair.state === 'LATER'),
        ({ pair }) => Number(pair.askedAt === null),
        ({ cost }) => -cost,
      ),
    );
  const across = groupBy(
    sights.filter(({ onlyHere }) => onlyHere !== null),
    ({ onlyHere }) => onlyHere!,
  );
  const elsewhere = [...across]
    .map(([personId, theirs]) => elsewhereOf(personId, theirs, match))
    .sort(
      byRank(
        ({ askedAt }) => Number(askedAt !== null),
        ({ cost }) => -cost,
      ),
    );
  const apart = await desk.duplicates.toldApart(tx, [...new Set(pairs.flatMap(({ pair }) => [pair.a, pair.b]))]);
  return { pairs, elsewhere, apart };
}
