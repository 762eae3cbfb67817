import type { Elsewhere, QueuedPair, ReviewQueue } from './review-queue.js';
import { whoStaysOf } from './who-stays.js';

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

/** Pairs that hang together by any number of steps with the first of them. */
function componentOf(queued: readonly QueuedPair[]): QueuedPair[] {
  const people = new Set<string>();
  let component: QueuedPair[] = queued.slice(0, 1);
  for (let size = 0; size < component.length; ) {
    size = component.length;
    for (const { pair } of component) people.add(pair.a).add(pair.b);
    component = queued.filter(({ pair }) => people.has(pair.a) || people.has(pair.b));
  }
  return component;
}

/**
 * The record that the others are compared with: whom most are like, those told apart from it included, so that no decision puts another in its place; of
 * several the one who would stay.
 */
function firstOf(component: readonly QueuedPair[], apart: ReadonlyMap<string, number>): string {
  const like = new Map<string, number>();
  for (const { pair } of component) for (const id of [pair.a, pair.b]) like.set(id, (like.get(id) ?? apart.get(id) ?? 0) + 1);
  const most = Math.max(...like.values());
  const hubs = [...like].filter(([, count]) => count === most).map(([id]) => id);
  return whoStaysOf(
    hubs.sort(),
    component.flatMap(({ contacts }) => contacts),
  );
}

function starsOf(queued: readonly QueuedPair[], apart: ReadonlyMap<string, number>): Omit<ReviewGroup, 'elsewhere'>[] {
  const stars: Omit<ReviewGroup, 'elsewhere'>[] = [];
  for (let left = queued; left.length > 0; ) {
    const firstId = firstOf(componentOf(left), apart);
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
export function reviewGroups({ pairs, elsewhere, apart: toldApart }: ReviewQueue): ReviewGroup[] {
  const isLater = ({ pair }: QueuedPair): boolean => pair.state === 'LATER';
  const known = new Map(elsewhere.map((one) => [one.personId, one]));
  const withElsewhere = (star: Omit<ReviewGroup, 'elsewhere'>): ReviewGroup => {
    const there = known.get(star.firstId) ?? null;
    known.delete(star.firstId);
    return { ...star, elsewhere: there, cost: Math.max(star.cost, there?.askedAt === null ? there.cost : 0) };
  };
  const open = starsOf(
    pairs.filter((one) => !isLater(one)),
    toldApart,
  ).map(withElsewhere);
  const later = starsOf(pairs.filter(isLater), toldApart).map(withElsewhere);
  const alone = [...known.values()].map(
    (one): ReviewGroup => ({ firstId: one.personId, candidates: [], more: 0, elsewhere: one, cost: one.cost }),
  );
  const asked = ({ candidates }: ReviewGroup): number => Number(candidates.some(({ pair }) => pair.askedAt !== null));
  const waits = ({ candidates, elsewhere: there }: ReviewGroup): number => Number(candidates.length === 0 && there?.askedAt !== null);
  return [
    ...[...open, ...alone].sort(
      (x, y) => asked(y) - asked(x) || waits(x) - waits(y) || y.cost - x.cost || (x.firstId < y.firstId ? -1 : 1),
    ),
    ...later,
  ];
}
