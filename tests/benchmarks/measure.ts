import type { Compared } from './rounds.js';

/** One line of the result, in the words of the commands' `--json`. */
export interface Measure {
  readonly name: string;
  readonly ours: number;
  /** Absent: the goal is a figure, not a comparison. */
  readonly rival: number | null;
  readonly unit: string;
  /** The rival's by ours where there is one, else ours by the goal. */
  readonly ratio: number;
  /** Lowest and highest of the rounds. */
  readonly spread: readonly [low: number, high: number] | null;
  readonly goal: string;
  readonly met: boolean;
  /** Whether the answers were the same; a run in which they are not ends there. */
  readonly equal: boolean;
}

/** So many times as fast as the rival. */
export const atLeastTimes = (name: string, { ours, rival, ratio, spread }: Compared, times: number): Measure => ({
  name,
  ours,
  rival,
  unit: 'ms',
  ratio,
  spread,
  goal: `≥ ${times}×`,
  met: ratio >= times,
  equal: true,
});

/** At most so many times as slow as the rival; the ratio is told as how much slower. */
export const atMostTimes = (name: string, { ours, rival, ratio, spread }: Compared, times: number): Measure => ({
  name,
  ours,
  rival,
  unit: 'ms',
  ratio: 1 / ratio,
  spread: [1 / spread[1], 1 / spread[0]],
  goal: `≤ ${times}×`,
  met: 1 / ratio <= times,
  equal: true,
});

const figure =
  (sign: '≤' | '≥') =>
  (name: string, ours: number, unit: string, goal: number): Measure => ({
    name,
    ours,
    rival: null,
    unit,
    ratio: ours / goal,
    spread: null,
    goal: `${sign} ${goal} ${unit}`,
    met: sign === '≤' ? ours <= goal : ours >= goal,
    equal: true,
  });

export const atMost = figure('≤');
export const atLeast = figure('≥');

/** A comparison without a goal. */
export const toldTimes = (name: string, compared: Compared): Measure => ({ ...atLeastTimes(name, compared, 0), goal: 'none' });

/** A figure without a goal. */
export const told = (name: string, ours: number, unit: string): Measure => ({
  name,
  ours,
  rival: null,
  unit,
  ratio: 1,
  spread: null,
  goal: 'none',
  met: true,
  equal: true,
});
