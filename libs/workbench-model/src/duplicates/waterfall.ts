export interface WaterfallStep {
  /** `prior`, a field, or `total`. */
  readonly part: string;
  readonly bits: number;
  /** Where its bar begins and ends, from 0 to 1 across the picture. */
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly steps: readonly WaterfallStep[];
  /** Where nothing speaks for either side, and where it is taken for one person, from 0 to 1 across the picture. */
  readonly even: number;
  readonly sure: number;
}

/** Bits of odds that a probability stands for. */
export const bitsOfChance = (probability: number): number => Math.log2(probability / (1 - probability));

/**
 * Bits that follow each other from the prior to the sum, as bars over one axis; a field that says nothing has a bar without length. `match`: the
 * probability from which two records are taken for one person.
 */
export function waterfall(evidence: {
  prior: number;
  weight: number;
  match: number;
  fields: readonly { part: string; counted: number }[];
}): Waterfall {
  const sure = bitsOfChance(evidence.match);
  const sums: { part: string; bits: number; from: number; to: number }[] = [];
  let sum = 0;
  for (const { part, bits } of [
    { part: 'prior', bits: evidence.prior },
    ...evidence.fields.map(({ part, counted }) => ({ part, bits: counted })),
  ]) {
    sums.push({ part, bits, from: sum, to: sum + bits });
    sum += bits;
  }
  sums.push({ part: 'total', bits: evidence.weight, from: 0, to: evidence.weight });
  const ends = sums.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(sure, ...ends), Math.max(sure, ...ends)];
  const across = (bits: number): number => (bits - least) / (most - least || 1);
  return {
    steps: sums.map(({ part, bits, from, to }) => ({ part, bits, from: across(Math.min(from, to)), to: across(Math.max(from, to)) })),
    even: across(0),
    sure: across(sure),
  };
}
