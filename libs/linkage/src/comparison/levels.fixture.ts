import { COMPARISONS } from './kinds.js';

/** Level words that two values reach, part by part; the same from either side, or it throws. */
export function levelsOf(
  compare: string,
  a: readonly string[],
  b: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
): string[] {
  const comparison = COMPARISONS[compare]!.make(options);
  const [one, other] = [comparison.add(a), comparison.add(b)];
  const rows = new Int32Array(2 * comparison.width);
  comparison.put(one, rows, 0);
  comparison.put(other, rows, comparison.width);
  const read = (x: number, y: number): string[] => {
    const levels = new Uint8Array(comparison.parts.length);
    comparison.compare(rows, x, y, levels, 0);
    return comparison.parts.map((part, i) => part.levels[levels[i]! - 1] ?? 'missing');
  };
  const [there, back] = [read(0, comparison.width), read(comparison.width, 0)];
  if (there.join() !== back.join())
    throw new Error(`${a.join()} and ${b.join()} are ${there.join()} one way and ${back.join()} the other.`);
  return there;
}
