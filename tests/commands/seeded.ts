/** Whole numbers from 0 to below a bound, the same ones for the same seed: a failure can be looked at again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const MINUTE = 60_000;
/** 00:00 of 10 April 2022 in China. */
export const MIDNIGHT = Date.parse('2022-04-10T00:00:00+08:00');

/** An instant as files write it: in the zone of the command without saying so, with the zone, or in UTC. */
export function written(at: number, how: number): string {
  const wall = new Date(at + 8 * 3_600_000).toISOString();
  if (how === 0) return `${wall.slice(0, 10)} ${wall.slice(11, 16)}${wall.slice(16, 19) === ':00' ? '' : wall.slice(16, 19)}`;
  return how === 1 ? `${wall.slice(0, 19)}+08:00` : new Date(at).toISOString();
}
