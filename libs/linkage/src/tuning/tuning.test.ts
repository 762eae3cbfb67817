import { describe, expect, it } from 'vitest';
import { precisionRecall, thresholdFor } from './precision-recall.js';

const labelled = [
  { probability: 0.99, same: true },
  { probability: 0.9, same: true },
  { probability: 0.9, same: false },
  { probability: 0.6, same: true },
  { probability: 0.2, same: false },
  { probability: 0, same: true },
];

describe('precision and recall', () => {
  it('are told for each threshold at which they change, equal probabilities together', () => {
    expect(precisionRecall(labelled).map(({ threshold, precision, recall }) => [threshold, precision, recall])).toEqual([
      [0, 4 / 6, 1],
      [0.2, 3 / 5, 3 / 4],
      [0.6, 3 / 4, 3 / 4],
      [0.9, 2 / 3, 2 / 4],
      [0.99, 1, 1 / 4],
    ]);
  });

  it('name the lowest threshold that is precise enough', () => {
    expect(thresholdFor(labelled, 0.7)?.threshold).toBe(0.6);
    expect(thresholdFor([{ probability: 0.9, same: false }], 0.9)).toBeNull();
    expect(precisionRecall([])).toEqual([]);
  });
});
