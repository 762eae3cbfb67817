import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allChains, type ChainQuestion, chainIndex, chainOf } from './chains.js';
import type { DatedLink } from './dated-link.js';

const PEOPLE = [...'abcdefg'];
const anyLinks = fc.array(
  fc.record({
    from: fc.constantFrom(...PEOPLE),
    to: fc.constantFrom(...PEOPLE),
    day: fc.oneof({ weight: 9, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.constant(null) }),
  }),
  { maxLength: 14 },
);
const open: ChainQuestion = { direction: 'both', from: null, to: null, maxDistance: null };
const chain = (links: readonly DatedLink[], root: string, question: Partial<ChainQuestion> = {}) => {
  const asked = { ...open, ...question };
  return chainOf(chainIndex(links, asked), root, asked);
};

/** Every way through the links, walked to its end: who is reached, and by how few steps. A way may pass nobody twice. */
function walked(links: readonly DatedLink[], root: string, out: boolean, { from, to, maxDistance }: ChainQuestion): number[] {
  const nearest = new Map<string, number>();
  const usable = links.filter(
    (l): l is DatedLink & { day: number } =>
      l.day !== null && l.from !== l.to && (from === null || l.day >= from) && (to === null || l.day <= to),
  );
  const walk = (here: string, day: number, passed: readonly string[]): void => {
    for (const link of usable) {
      const [start, next] = out ? [link.from, link.to] : [link.to, link.from];
      if (start !== here || passed.includes(next) || (out ? link.day < day : link.day > day)) continue;
      if (maxDistance !== null && passed.length > maxDistance) continue;
      nearest.set(next, Math.min(nearest.get(next) ?? Number.POSITIVE_INFINITY, passed.length));
      walk(next, link.day, [...passed, next]);
    }
  };
  walk(root, out ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, [root]);
  const most = Math.max(0, ...nearest.values());
  return Array.from({ length: most }, (_, i) => [...nearest.values()].filter((d) => d === i + 1).length);
}

const bound = fc.option(fc.nat(6), { nil: null });
const anyQuestion = fc.record({
  direction: fc.constant('both' as const),
  from: bound,
  to: bound,
  maxDistance: fc.option(fc.nat(4), { nil: null }),
});

describe('contact chains', () => {
  it('agree with walking every way to its end', () => {
    fc.assert(
      fc.property(anyLinks, fc.constantFrom(...PEOPLE), anyQuestion, (links, root, question) => {
        expect(chain(links, root, question).byDistance).toEqual({
          in: walked(links, root, false, question),
          out: walked(links, root, true, question),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('B is found forward from A exactly when A is found backward from B', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const all = PEOPLE.map((root) => chain(links, root));
        expect(all.reduce((sum, c) => sum + c.outgoingChain, 0)).toBe(all.reduce((sum, c) => sum + c.ingoingChain, 0));
        const turned = links.map((l) => ({ from: l.to, to: l.from, day: l.day === null ? null : -l.day }));
        for (const root of PEOPLE) {
          const [there, back] = [chain(links, root), chain(turned, root)];
          expect([back.ingoingChain, back.outgoingChain, back.inDegree]).toEqual([
            there.outgoingChain,
            there.ingoingChain,
            there.outDegree,
          ]);
        }
      }),
    );
  });

  it('grow with every link that is added', () => {
    fc.assert(
      fc.property(anyLinks, anyLinks, fc.constantFrom(...PEOPLE), (links, more, root) => {
        expect(chain([...links, ...more], root).outgoingChain).toBeGreaterThanOrEqual(chain(links, root).outgoingChain);
      }),
    );
  });

  const links: DatedLink[] = [
    { from: 'a', to: 'b', day: 3 },
    { from: 'b', to: 'c', day: 3 },
    { from: 'b', to: 'd', day: 2 },
    { from: 'c', to: 'c', day: 4 },
    { from: 'c', to: 'e', day: null },
  ];

  it('go on on the same day, not on an earlier one, not through oneself and not without a date', () => {
    expect(chain(links, 'a')).toEqual({
      inDegree: 0,
      outDegree: 1,
      ingoingChain: 0,
      outgoingChain: 2,
      byDistance: { in: [], out: [1, 1] },
    });
    expect(chain(links, 'c')).toMatchObject({ inDegree: 1, ingoingChain: 2, byDistance: { in: [1, 1] } });
  });

  it('a longer way that arrives earlier reaches further', () => {
    const detour: DatedLink[] = [
      { from: 'a', to: 'x', day: 9 },
      { from: 'a', to: 'b', day: 1 },
      { from: 'b', to: 'x', day: 2 },
      { from: 'x', to: 'y', day: 5 },
    ];
    expect(chain(detour, 'a').byDistance.out).toEqual([2, 0, 1]);
  });

  it('keep to their bounds, both days included', () => {
    expect(chain(links, 'a', { from: 3, to: 3 }).outgoingChain).toBe(2);
    expect(chain(links, 'a', { from: 4 }).outgoingChain).toBe(0);
    expect(chain(links, 'a', { to: 2 }).outgoingChain).toBe(0);
    expect(chain(links, 'a', { maxDistance: 1 }).outgoingChain).toBe(1);
  });

  it('answer one direction when one is asked', () => {
    expect(chain(links, 'b', { direction: 'out' })).toMatchObject({ inDegree: 0, ingoingChain: 0, outDegree: 2, outgoingChain: 2 });
    expect(chain(links, 'b', { direction: 'in' })).toMatchObject({ inDegree: 1, ingoingChain: 1, outDegree: 0, outgoingChain: 0 });
  });

  it('of nobody and of a stranger are empty', () => {
    expect(chain([], 'a')).toMatchObject({ ingoingChain: 0, outgoingChain: 0 });
    expect(chain(links, 'stranger')).toMatchObject({ ingoingChain: 0, outgoingChain: 0 });
    expect(allChains([], open).roots).toBe(0);
  });

  it('of all roots are the sums and maxima of each', () => {
    fc.assert(
      fc.property(anyLinks, (list) => {
        const roots = [...new Set(list.flatMap((l) => [l.from, l.to]))];
        const each = roots.map((root) => chain(list, root));
        const all = allChains(list, open);
        expect(all.roots).toBe(roots.length);
        expect(all.sums.outgoingChain).toBe(each.reduce((sum, c) => sum + c.outgoingChain, 0));
        expect(all.max.inDegree).toBe(Math.max(0, ...each.map((c) => c.inDegree)));
      }),
    );
  });
});
