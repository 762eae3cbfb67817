import { freemem, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

export interface Options {
  readonly visits: number;
  readonly cypher: boolean;
  readonly picture: boolean;
  readonly json: boolean;
  readonly rounds: number;
  /** The measure of the API and no other. */
  readonly api: boolean;
  /** The ordinary run, then the measure of the API, then a city too large for rivals. */
  readonly all: boolean;
}

export class WrongUsage extends Error {}

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };
/** Memory that the rows as read, the index, DuckDB's tables and its joins take for each visit. */
const BYTES_A_VISIT = 250;
const WANTED = 20_000_000;
const ROUNDS = 7;
export const API_VISITS = 1_000_000;
export const API_ROUNDS = 50;
/** Too large for rivals; what it takes of memory, with what is built on the way. */
export const LARGE = { visits: 300_000_000, bytes: 11e9, rounds: 3 };

export const USAGE = `npm run bench -- [--visits 1M|5M|20M|300M] [--no-cypher] [--rounds 7] [--picture] [--json] [--api | --all]
  --visits     how large a city; default 20M, less where memory is short; from 100M on only ours runs
  --no-cypher  without the comparison with Neo4j, which takes some minutes to fill
  --rounds     how often the engines take turns
  --api        instead of all that: a case derived through GraphQL over 1M visits in Neo4j, 50 times
  --all        all that, then --api, then 300M visits where memory allows: half an hour
  --picture    draws cost against size anew in docs/images/exposure-cost.svg; without it in tests/.artifacts`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      visits: { type: 'string' },
      cypher: { type: 'boolean', default: true },
      picture: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      api: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const { api } = values;
  if (api && values.all) throw new WrongUsage('--all has the measure of --api in it: leave one of them out.');
  const rounds = Number(values.rounds ?? (api ? API_ROUNDS : ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1) throw new WrongUsage(`--rounds takes a whole number from 1 on, not "${values.rounds}".`);
  const visits = values.visits === undefined ? (api ? API_VISITS : whatFits()) : sizeOf(values.visits);
  return { ...values, rounds, visits };
}

/** A size as people write it: 50k, 5M. */
export function sizeOf(text: string, option = 'visits'): number {
  const [, figure, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  const visits = Number(figure) * (SIZES[unit?.toLowerCase() ?? ''] ?? 0);
  if (!(visits >= 10_000)) throw new WrongUsage(`--${option} takes a number from 10k on, as 5M or 20M, not "${text}".`);
  return visits;
}

const whatFits = (): number =>
  totalmem() >= WANTED * BYTES_A_VISIT && freemem() >= 2e9 ? WANTED : totalmem() >= 4e9 ? 5_000_000 : 1_000_000;
