import { availableParallelism, cpus, totalmem } from 'node:os';
import { NEO4J_VERSION } from '@tracewright/neo4j-local';
import { answer, WrongUsage } from '../platform/answers.js';
import { flag, number, readArguments } from '../platform/arguments.js';
import { benchFromSources, SOURCE_BENCHES } from './bench-from-sources.js';
import { benchImport } from './bench-import.js';
import type { Command } from './command.js';

/** One comparison: ours and a named rival, on the same rows, in the same run. */
export interface Measure {
  readonly name: string;
  readonly ours: number;
  readonly rival: number;
  readonly unit: string;
  /** Ours by the rival's. */
  readonly ratio: number;
  readonly goal: number;
  readonly met: boolean;
  /** Whether both came to the same. */
  readonly equal: boolean;
}

/** Answers what was measured, and of how much. */
export type Bench = (visits: number) => Promise<{ readonly parameters: object; readonly measures: readonly Measure[] }>;

const BENCHES: Readonly<Record<string, Bench>> = { import: benchImport };
const NAMES = [...Object.keys(SOURCE_BENCHES), ...Object.keys(BENCHES)];
const VISITS = 100_000;

export const benchCommand: Command = {
  name: 'bench',
  usage: `${NAMES.join('|')} [--visits N] [--json]`,
  does: "the project's own measurements, beside a rival in the same run",
  async run(args) {
    const { values, positionals } = readArguments(args, { visits: { type: 'string' } }, 1);
    const name = positionals[0] ?? '';
    const program = SOURCE_BENCHES[name];
    if (program !== undefined)
      return benchFromSources(
        program,
        args.filter((arg) => arg !== name),
      );
    const bench = BENCHES[name];
    if (!bench) throw new WrongUsage(`Name one measurement: ${NAMES.join(', ')}.`);
    const visits = number(values, 'visits', VISITS);
    if (!Number.isInteger(visits) || visits === 0) throw new WrongUsage(`--visits takes a whole number from 1 on, not "${visits}".`);
    const found = await bench(visits);
    const machine = {
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? '',
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      neo4j: NEO4J_VERSION,
    };
    answer(flag(values, 'json'), { machine, ...found }, [
      `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${machine.node}, Neo4j ${machine.neo4j}`,
      ...found.measures.map(lineOf),
    ]);
  },
};

const lineOf = ({ name, ours, rival, unit, ratio, goal, met, equal }: Measure): string =>
  `${name}: ${ours.toFixed(1)} ${unit} against ${rival.toFixed(1)} ${unit} (×${ratio.toFixed(2)}); goal ${goal} ${unit} ${met ? 'met' : 'MISSED'}; answers ${equal ? 'equal' : 'DIFFERENT'}.`;
