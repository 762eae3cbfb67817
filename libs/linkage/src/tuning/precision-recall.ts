/** A pair that somebody has labelled, with what the engine gave it; 0 for a pair that blocking never brought together. */
export interface LabelledPair {
  readonly probability: number;
  readonly same: boolean;
}

export interface ThresholdMeasure {
  /** Pairs at or above it are taken for one person. */
  readonly threshold: number;
  readonly found: number;
  readonly right: number;
  /** Share of those found that are right; 1 when none is found. */
  readonly precision: number;
  /** Share of one person's pairs that are found; 1 when there are none. */
  readonly recall: number;
  readonly f1: number;
}

/** Precision and recall at every threshold at which they change, from the lowest up; in between nothing changes. */
export function precisionRecall(pairs: readonly LabelledPair[]): ThresholdMeasure[] {
  const sorted = [...pairs].sort((a, b) => b.probability - a.probability);
  const all = sorted.filter(({ same }) => same).length;
  const measures: ThresholdMeasure[] = [];
  let right = 0;
  sorted.forEach(({ probability, same }, i) => {
    if (same) right++;
    if (sorted[i + 1]?.probability === probability) return;
    const found = i + 1;
    measures.push({
      threshold: probability,
      found,
      right,
      precision: right / found,
      recall: all === 0 ? 1 : right / all,
      f1: (2 * right) / (found + all || 1),
    });
  });
  return measures.reverse();
}

/** The lowest threshold that reaches a precision, so that recall is the highest it can be; null when none does. */
export function thresholdFor(pairs: readonly LabelledPair[], precision: number): ThresholdMeasure | null {
  return precisionRecall(pairs).find((measure) => measure.precision >= precision) ?? null;
}
