import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Measure } from './measure.js';

export const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? '',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value < 1 && value > 0.9 ? value.toFixed(4) : value.toFixed(2);

/** A table that reads the same on a terminal and in a Markdown page. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, ours, rival, unit, ratio, spread, goal, met }) => [
    name,
    rival === null ? `${figure(ours)} ${unit}` : `${figure(ratio)}×`,
    spread ? `${figure(spread[0])} – ${figure(spread[1])}` : '',
    goal,
    goal === 'none' ? '' : met ? 'met' : 'MISSED',
  ]);
  const all = [['measure', 'median', 'lowest – highest', 'goal', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(all[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
