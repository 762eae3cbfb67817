import type { Elsewhere, QueuedPair, ReviewQueue } from './review-queue.js';

/** Records whose open pairs share one of them: that one, and of those it may be the surest five. */
export interface ReviewGroup {
  readonly firstId: string;
  readonly candidates: readonly QueuedPair[];
  /** Candidates beyond those shown. */
  readonly more: number;
  /** The first one is known in another area as well. */
  readonly elsewhere: Elsewhere | null;
  /** Of its dearest pair. */
  readonly cost: number;
}

/** Staff read the first five and stop (domain notes §7.4). */
const SHOWN = 5;

const other = ({ pair }: QueuedPair, personId: string): string => (pair.a === personId ? pair.b : pair.a);

/** The record most of the pairs are about; of as many, that of the dearest pair. */
function mostShared(queued: readonly QueuedPair[]): string {
  const [dearest] = queued;
  const within = new Set([dearest!.pair.a, dearest!.pair.b]);
  const count = new Map<string, number>();
  for (const { pair } of queued) for (const id of [pair.a, pair.b]) if (within.has(id)) count.set(id, (count.get(id) ?? 0) + 1);
  return [...within].reduce((best, id) => (count.get(id)! > count.get(best)! ? id : best));
}

function starsOf(queued: readonly QueuedPair[]): Omit<ReviewGroup, 'elsewhere'>[] {
  const stars: Omit<ReviewGroup, 'elsewhere'>[] = [];
  for (let left = queued; left.length > 0; ) {
    const firstId = mostShared(left);
    const candidates = left.filter(({ pair }) => pair.a === firstId || pair.b === firstId);
    const members = new Set([firstId, ...candidates.map((one) => other(one, firstId))]);
    // Pairs among the candidates wait: most of them are settled by what is said of each and the first.
    const mine = left.filter(({ pair }) => members.has(pair.a) && members.has(pair.b));
    const surest = [...candidates].sort(
      (x, y) => (y.pair.weight ?? Number.POSITIVE_INFINITY) - (x.pair.weight ?? Number.POSITIVE_INFINITY) || 0,
    );
    stars.push({
      firstId,
      candidates: surest.slice(0, SHOWN),
      more: Math.max(0, surest.length - SHOWN),
      cost: Math.max(...mine.map(({ cost }) => cost)),
    });
    left = left.filter((one) => !mine.includes(one));
  }
  return stars;
}

/**
 * One entry for all that shares a record, the dearest first, in the order of the queue; what was put off makes groups of its own, at the end. Whoever is
 * known in another area stands beside their group, or alone.
 */
export function reviewGroups({ pairs, elsewhere }: ReviewQueue): ReviewGroup[] {
  const isLater = ({ pair }: QueuedPair): boolean => pair.state === 'LATER';
  const apart = new Map(elsewhere.map((one) => [one.personId, one]));
  const withElsewhere = (star: Omit<ReviewGroup, 'elsewhere'>): ReviewGroup => {
    const known = apart.get(star.firstId) ?? null;
    apart.delete(star.firstId);
    return { ...star, elsewhere: known, cost: Math.max(star.cost, known?.askedAt === null ? known.cost : 0) };
  };
  const open = starsOf(pairs.filter((one) => !isLater(one))).map(withElsewhere);
  const later = starsOf(pairs.filter(isLater)).map(withElsewhere);
  const alone = [...apart.values()].map(
    (known): ReviewGroup => ({ firstId: known.personId, candidates: [], more: 0, elsewhere: known, cost: known.cost }),
  );
  const asked = ({ candidates }: ReviewGroup): number => Number(candidates.some(({ pair }) => pair.askedAt !== null));
  const waits = ({ candidates, elsewhere: known }: ReviewGroup): number => Number(candidates.length === 0 && known?.askedAt !== null);
  return [
    ...[...open, ...alone].sort(
      (x, y) => asked(y) - asked(x) || waits(x) - waits(y) || y.cost - x.cost || (x.firstId < y.firstId ? -1 : 1),
    ),
    ...later,
  ];
}
