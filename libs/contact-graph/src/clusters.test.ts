import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from './clusters.js';
import type { DatedLink } from './dated-link.js';

const PEOPLE = [...'abcdefgh'];
const anyLinks = fc.array(fc.record({ from: fc.constantFrom(...PEOPLE), to: fc.constantFrom(...PEOPLE), day: fc.constant(null) }), {
  maxLength: 14,
});
const link = (pair: string): DatedLink => ({ from: pair[0]!, to: pair[1]!, day: null });

/** Whom one reaches by walking the arrows. */
function reached(links: readonly DatedLink[], start: string): Set<string> {
  const seen = new Set<string>();
  const go = (from: string): void => {
    for (const l of links)
      if (l.from === from && !seen.has(l.to)) {
        seen.add(l.to);
        go(l.to);
      }
  };
  go(start);
  return seen;
}

describe('clusters', () => {
  it('put each person into exactly one, and two people into one exactly when some way leads from one to the other', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const { members, persons, components, sizes } = clusters(links, null);
        const everybody = [...new Set(links.flatMap((l) => [l.from, l.to]))].sort();
        expect(members.flat().sort()).toEqual(everybody);
        expect([persons, components]).toEqual([everybody.length, members.length]);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        const bothWays = [...links, ...links.map((l) => ({ ...l, from: l.to, to: l.from }))];
        for (const one of members) expect([...new Set([one[0]!, ...reached(bothWays, one[0]!)])].sort()).toEqual([...one].sort());
      }),
    );
  });

  it('a link between people who are known never adds one', () => {
    fc.assert(
      fc.property(anyLinks, fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE), (links, from, to) => {
        const known = new Set(PEOPLE);
        const before = clusters(links, known).components;
        const after = clusters([...links, { from, to, day: null }], known).components;
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(before - 1);
      }),
    );
  });

  it('count as sources whom nobody reaches who does not reach them back, a loop once', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const everybody = [...new Set(links.flatMap((l) => [l.from, l.to]))];
        const reach = new Map(everybody.map((who) => [who, reached(links, who)]));
        const free = everybody.filter((who) => everybody.every((by) => !reach.get(by)!.has(who) || by === who || reach.get(who)!.has(by)));
        const together = (a: string, b: string) => a === b || (reach.get(a)!.has(b) && reach.get(b)!.has(a));
        const sources = free.filter((who, i) => !free.slice(0, i).some((other) => together(who, other)));
        const loops = everybody.filter(
          (who, i) => everybody.some((b) => b !== who && together(who, b)) && !everybody.slice(0, i).some((b) => together(who, b)),
        );
        const found = clusters(links, null);
        expect([found.roots, found.loops]).toEqual([sources.length, loops.length]);
        expect(Object.values(found.generations).reduce((a, b) => a + b, 0)).toBe(sources.length);
      }),
    );
  });

  it('generations are the longest way down, a source being the first', () => {
    const found = clusters(['ab', 'bc', 'ac', 'cd', 'xy'].map(link), null);
    expect(found).toMatchObject({
      persons: 6,
      components: 2,
      sizes: [4, 2],
      roots: 2,
      generations: { 4: 1, 2: 1 },
      loops: 0,
      selfLinks: 0,
    });
  });

  it('a loop is reported and counts as one generation', () => {
    expect(clusters(['ab', 'bc', 'cb', 'cd'].map(link), null)).toMatchObject({ loops: 1, roots: 1, generations: { 3: 1 } });
    expect(clusters(['ab', 'ba'].map(link), null)).toMatchObject({ loops: 1, roots: 1, generations: { 1: 1 }, components: 1 });
  });

  it('a link to oneself is counted and leads nowhere; the same link twice is one', () => {
    expect(clusters(['aa', 'ab', 'ab'].map(link), null)).toMatchObject({ selfLinks: 1, links: 1, loops: 0, generations: { 2: 1 } });
  });

  it('people of the links who are not among the cases are missing, cases without a link are alone', () => {
    expect(clusters(['ab'].map(link), new Set(['a', 'z']))).toMatchObject({ missing: 1, persons: 3, components: 2, sizes: [2, 1] });
  });

  it('of nobody are none', () => {
    expect(clusters([], null)).toEqual({
      persons: 0,
      links: 0,
      components: 0,
      sizes: [],
      roots: 0,
      generations: {},
      selfLinks: 0,
      loops: 0,
      missing: null,
      members: [],
    });
  });

  it('are found in a chain of fifty thousand without running out of stack', () => {
    const long = Array.from({ length: 50_000 }, (_, i) => ({ from: `p${i}`, to: `p${i + 1}`, day: null }));
    expect(clusters(long, null)).toMatchObject({ components: 1, generations: { 50001: 1 } });
  });
});
