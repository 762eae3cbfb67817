import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';
import { thresholdsOf } from './identity-setting.js';

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

/** Pairs of the asker's area that are not decided, the dearest mistake first; those put off come last. */
export async function reviewQueue(desk: Desk, tx: Tx, actor: Actor): Promise<QueuedPair[]> {
  const { match } = await thresholdsOf(desk, tx);
  const pairs = await desk.duplicates.undecided(tx, actor.areaPath);
  const contacts = new Map(
    (
      await desk.contacts.byPersonIds(
        tx,
        pairs.flatMap(({ a, b }) => [a, b]),
      )
    ).map((contact) => [contact.personId, contact]),
  );
  return pairs
    .map((pair): QueuedPair => {
      const theirs = [pair.a, pair.b].flatMap((id) => contacts.get(id) ?? []);
      return { pair, contacts: theirs, likelihood: likelihoodOf(pair, match), ...costOf(pair, theirs) };
    })
    .sort(
      (x, y) => Number(x.pair.state === 'LATER') - Number(y.pair.state === 'LATER') || y.cost - x.cost || (x.pair.id < y.pair.id ? -1 : 1),
    );
}
