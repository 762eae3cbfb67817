import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, flawOfWeights, withOverrides, withWeights } from './model.js';

const chances = (m: number[], u: number[]) => ({ part: 'p', levels: m.map((_, i) => `l${i}`), m, u });

describe('bits of levels', () => {
  it('are log2(m/u)', () => {
    const bits = bitsOf(chances([0.8, 0.2], [0.1, 0.9]));
    expect(bits[0]).toBeCloseTo(3, 9);
    expect(bits[1]).toBeCloseTo(Math.log2(0.2 / 0.9), 9);
  });

  it('count two neighbours as one level when the lower would say more', () => {
    const bits = bitsOf(chances([0.5, 0.3, 0.2], [0.1, 0.01, 0.89]));
    expect(bits[0]).toBe(bits[1]);
    expect(bits[0]).toBeCloseTo(Math.log2(0.8 / 0.11), 9);
  });

  it('never rise from a better level to a worse one; the best is never against, the worst never for', () => {
    const chance = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance), { minLength: 2, maxLength: 7 }), (pairs) => {
        const bits = bitsOf(
          chances(
            pairs.map(([m]) => m),
            pairs.map(([, u]) => u),
          ),
        );
        for (let i = 1; i < bits.length; i++) expect(bits[i]!).toBeLessThanOrEqual(bits[i - 1]! + 1e-9);
        expect(bits[0]!).toBeGreaterThanOrEqual(0);
        expect(bits.at(-1)!).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it('what somebody sets by hand takes the place of what was learnt, level by level', () => {
  const model = { prior: 0.01, learnt: true, parts: [chances([0.8, 0.2], [0.1, 0.9])] };
  expect(withOverrides(model, { p: { l1: { m: 0.5 } }, other: { l0: { m: 0.1 } } }).parts[0]).toMatchObject({
    m: [0.8, 0.5],
    u: [0.1, 0.9],
  });
});

describe('weights set by hand', () => {
  const model = { prior: 0.01, learnt: false, parts: [chances([0.7, 0.2, 0.1], [0.1, 0.1, 0.8])] };

  it('take the place of the level they name, and no other moves', () => {
    const before = bitsOf(model.parts[0]!);
    expect(bitsOf(withWeights(model, { p: { l1: 0.25 } }).parts[0]!)).toEqual([
      expect.closeTo(before[0]!),
      expect.closeTo(0.25),
      expect.closeTo(before[2]!),
    ]);
    expect(bitsOf(withWeights(model, {}).parts[0]!)).toEqual(before.map((bits) => expect.closeTo(bits)));
  });

  it('are refused where more agreement would weigh less', () => {
    expect(flawOfWeights(model, { p: { l1: 0.25 } })).toBeNull();
    expect(flawOfWeights(model, { p: { l1: 9 } })).toEqual({ kind: 'rises', part: 'p', level: 'l1', better: 'l0' });
    expect(flawOfWeights(model, { p: { l0: -1 } })).toEqual({ kind: 'best-against', part: 'p', level: 'l0' });
    expect(flawOfWeights(model, { p: { l2: 0.5 } })).toEqual({ kind: 'worst-for', part: 'p', level: 'l2' });
    expect(flawOfWeights(model, { p: { l0: 99 } })).toEqual({ kind: 'out-of-bounds', part: 'p', level: 'l0' });
    expect(flawOfWeights(model, { p: { l9: 1 } })).toEqual({ kind: 'unknown-level', part: 'p', level: 'l9' });
  });

  it('that are not refused are the bits that count, level by level', () => {
    const weight = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(weight, weight, weight, (l0, l1, l2) => {
        const weights = { p: { l0, l1, l2 } };
        fc.pre(flawOfWeights(model, weights) === null);
        const bits = bitsOf(withWeights(model, weights).parts[0]!);
        for (const [i, wanted] of [l0, l1, l2].entries()) expect(bits[i]!).toBeCloseTo(wanted, 6);
      }),
    );
  });
});
