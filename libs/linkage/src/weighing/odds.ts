/** Probability of so many bits of odds. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);
export const bitsOfProbability = (p: number): number => Math.log2(p / (1 - p));
