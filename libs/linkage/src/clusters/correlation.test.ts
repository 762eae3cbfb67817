import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CorrelationQuestion, correlationClusters, type Edge } from './correlation.js';

const BARRED = Number.NEGATIVE_INFINITY;

function question(count: number, edges: readonly Edge[], otherwise = -5): CorrelationQuestion {
  const weights = new Map(edges.flatMap(({ a, b, weight }) => [[`${a}-${b}`, weight] as const, [`${b}-${a}`, weight] as const]));
  return {
    count,
    edges: edges.filter(({ weight }) => weight > 0),
    weigh: (a, b) => weights.get(`${a}-${b}`) ?? otherwise,
    rank: (record) => record,
    cut: 12,
    from: 0,
  };
}

const members = (q: CorrelationQuestion) => correlationClusters(q).map((cluster) => cluster.members);

describe('correlation clustering', () => {
  it('joins a chain whose ends have nothing against each other, and shows the weakest link', () => {
    const q = question(3, [
      { a: 0, b: 1, weight: 8 },
      { a: 1, b: 2, weight: 6 },
      { a: 0, b: 2, weight: -1 },
    ]);
    expect(correlationClusters(q)).toEqual([{ members: [0, 1, 2], weakest: { a: 1, b: 2, weight: 6 } }]);
  });

  it('is no blind closure: a chain whose ends clearly differ stays two', () => {
    expect(
      members(
        question(3, [
          { a: 0, b: 1, weight: 8 },
          { a: 1, b: 2, weight: 6 },
          { a: 0, b: 2, weight: -11 },
        ]),
      ),
    ).toEqual([[0, 1], [2]]);
  });

  it('never joins a pair that is barred, whoever vouches for it', () => {
    const all = [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
      [2, 3],
    ].map(([a, b]) => ({ a: a!, b: b!, weight: a === 0 && b === 3 ? BARRED : 12 }));
    for (const group of members(question(4, all))) expect(group.includes(0) && group.includes(3)).toBe(false);
  });

  it('has everybody once, and nobody in an empty list', () => {
    expect(members(question(0, []))).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: fc.nat(7), b: fc.nat(7), weight: fc.integer({ min: 1, max: 20 }) }), { maxLength: 20 }),
        (edges) => {
          const q = question(
            8,
            edges.filter(({ a, b }) => a !== b),
          );
          expect(members(q).flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
          // The order in which edges come does not matter.
          expect(members({ ...q, edges: [...q.edges].reverse() })).toEqual(members(q));
        },
      ),
    );
  });
});
