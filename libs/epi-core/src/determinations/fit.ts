/** How far a meeting meets a condition: 0 not, 1 at most possible (not known, or only half met), 2 fully. */
export type Fit = 0 | 1 | 2;

export const weakest = (...fits: readonly Fit[]): Fit => Math.min(...fits) as Fit;

export const strongest = (...fits: readonly Fit[]): Fit => Math.max(...fits) as Fit;
