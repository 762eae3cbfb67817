import type { Answer } from './answer.js';

/** One side of a comparison: what it does is timed, in milliseconds, as it says itself. */
export type Engine = () => Promise<{ readonly ms: number; readonly answer: Answer }>;

/** Runs something and times it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** As `timed`, by the time that processors spent on this process: what it costs, whatever else they were busy with. */
export async function costed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1e3, value };
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

/** For so long each is asked before the first round: a program that has just begun is slower than one that serves, and so are its files and plans. */
const WARM_MS = 1_500;

/** A turn lasts as long at least: a quick answer is asked for again and again, and its median counts, not how the other engine left the caches. */
const TURN_MS = 50;

async function turn(engine: Engine): Promise<{ ms: number; answer: Answer }> {
  const until = performance.now() + TURN_MS;
  const first = await engine();
  const taken = [first.ms];
  while (performance.now() < until) taken.push((await engine()).ms);
  return { ms: median(taken), answer: first.answer };
}

async function warmed(engine: Engine, ms: number): Promise<Answer> {
  const until = performance.now() + ms;
  let { answer } = await engine();
  while (performance.now() < until) answer = (await engine()).answer;
  return answer;
}

/**
 * Both in turns, each first as often as second, so that what disturbs the machine disturbs both. Before that each is asked for a while,
 * both as long, at least once. Throws `AnswersDiffer` as soon as two answers are not the same.
 */
export async function alternate(name: string, ours: Engine, rival: Engine, rounds: number, warmMs = WARM_MS): Promise<Compared> {
  const same = (mine: Answer, theirs: Answer): void => {
    if (JSON.stringify(mine) !== JSON.stringify(theirs))
      throw new AnswersDiffer(`${name}: we answer ${JSON.stringify(mine)}, the rival ${JSON.stringify(theirs)}.`);
  };
  same(await warmed(ours, warmMs), await warmed(rival, warmMs));
  const taken: { ours: number; rival: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ([ours, rival] as const) : ([rival, ours] as const);
    const [first, second] = [await turn(order[0]), await turn(order[1])];
    const [mine, theirs] = order[0] === ours ? [first, second] : [second, first];
    same(mine.answer, theirs.answer);
    taken.push({ ours: mine.ms, rival: theirs.ms });
  }
  const ratios = taken.map((round) => round.rival / round.ours);
  return {
    ours: median(taken.map((round) => round.ours)),
    rival: median(taken.map((round) => round.rival)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}
