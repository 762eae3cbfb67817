import type { Answer } from './answer.js';

/** One side of a comparison: what it does is timed, in milliseconds, as it says itself. */
export type Engine = () => Promise<{ readonly ms: number; readonly answer: Answer }>;

/** Runs something and times it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export interface Compared {
  /** Medians, in milliseconds. */
  readonly ours: number;
  readonly rival: number;
  /** Median, lowest and highest of the rounds' rival / ours. */
  readonly ratio: number;
  readonly spread: readonly [low: number, high: number];
}

export class AnswersDiffer extends Error {}

/**
 * Engines in turns, whoever was first in one round is second in the next, so that what warms up, cools down or disturbs falls on both.
 * One round before the first is not counted. Throws `AnswersDiffer` as soon as two answers are not the same.
 */
export async function alternate(name: string, ours: Engine, rival: Engine, rounds: number): Promise<Compared> {
  const taken: { ours: number; rival: number }[] = [];
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 === 0 ? ([ours, rival] as const) : ([rival, ours] as const);
    const [first, second] = [await order[0](), await order[1]()];
    const [mine, theirs] = order[0] === ours ? [first, second] : [second, first];
    if (JSON.stringify(mine.answer) !== JSON.stringify(theirs.answer))
      throw new AnswersDiffer(`${name}: we answer ${JSON.stringify(mine.answer)}, the rival ${JSON.stringify(theirs.answer)}.`);
    if (round >= 0) taken.push({ ours: mine.ms, rival: theirs.ms });
  }
  const ratios = taken.map((round) => round.rival / round.ours);
  return {
    ours: median(taken.map((round) => round.ours)),
    rival: median(taken.map((round) => round.rival)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}
