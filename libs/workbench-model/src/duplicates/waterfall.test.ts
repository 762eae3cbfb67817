import { describe, expect, it } from 'vitest';
import { bitsOfChance, waterfall } from './waterfall.js';

describe('a waterfall of bits', () => {
  const evidence = {
    prior: -14.6,
    weight: 2.4,
    match: 0.99,
    fields: [
      { part: 'name', counted: 7.4 },
      { part: 'birth', counted: 14.6 },
      { part: 'sex', counted: 0 },
      { part: 'phone', counted: -5 },
    ],
  };

  it('begins at nothing, hangs each bar on the one before, and ends at the sum', () => {
    const { steps, even, sure } = waterfall(evidence);
    expect(steps.map(({ part }) => part)).toEqual(['prior', 'name', 'birth', 'sex', 'phone', 'total']);
    const bits = (share: number) => share * (7.4 + 14.6) - 14.6;
    expect(bits(even)).toBeCloseTo(0);
    expect(bits(sure)).toBeCloseTo(Math.log2(99));
    const spans = steps.map(({ from, to }) => [bits(from), bits(to)]);
    const expected = [
      [-14.6, 0],
      [-14.6, -7.2],
      [-7.2, 7.4],
      [7.4, 7.4],
      [2.4, 7.4],
      [0, 2.4],
    ];
    for (const [i, span] of spans.entries()) for (const [j, end] of span.entries()) expect(end, `${i}`).toBeCloseTo(expected[i]![j]!);
  });

  it('shows where one person begins even when the sum is far below', () => {
    const { steps, sure } = waterfall({ prior: -20, weight: -20, match: 0.99, fields: [] });
    expect(sure).toBe(1);
    expect(steps.at(-1)!.to).toBeLessThan(1);
  });

  it('draws that line where the threshold was set to', () => {
    const at = (match: number) => {
      const { sure, even } = waterfall({ ...evidence, match });
      return (sure - even) * (7.4 + 14.6);
    };
    expect(at(0.5)).toBeCloseTo(0);
    expect(at(0.9)).toBeCloseTo(bitsOfChance(0.9));
    expect(at(0.95)).toBeCloseTo(bitsOfChance(0.95));
  });
});
