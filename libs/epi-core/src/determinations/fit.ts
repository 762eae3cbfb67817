/** How far a meeting meets a condition: 0 not, 1 at most possible (not known, or only half met), 2 fully. */
export type Fit = 0 | 1 | 2;

export const weakest = (...fits: readonly Fit[]): Fit => Math.min(...fits) as Fit;

/** A condition on both places: failed by one that is known not to meet it, open while one is unknown. */
export function bothMeet(a: Fit, b: Fit): Fit {
  return weakest(a, b);
}
