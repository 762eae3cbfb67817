import {
  type Cells,
  candidatesOf,
  frequenciesOf,
  type Model,
  type Profile,
  RecordTable,
  startingModel,
  Weigher,
} from '@tracewright/linkage';
import type { Answer } from './answer.js';
import { timed } from './rounds.js';

export const COLUMNS = ['name', 'sex', 'birth_on', 'doc_no', 'phone', 'address'] as const;

/** Cleaned values of a list, as both engines begin with them. */
export function cleaned(profile: Profile, rows: readonly Cells[]): RecordTable {
  const table = new RecordTable(profile, new Set(COLUMNS), rows.length);
  for (const row of rows) table.add(row);
  return table;
}

const pairingOf = (table: RecordTable) => ({ count: table.size, boundary: null });
export const modelOf = (table: RecordTable): Model => startingModel(table, pairingOf(table));

/** Counts, blocks, pairs, levels, bits, vetoes and decisions, added up to the figures that the rival gives. */
export async function ours(table: RecordTable, profile: Profile, model: Model): Promise<{ ms: number; answer: Answer }> {
  const { ms, value } = await timed(() => {
    const weigher = new Weigher(table, profile, model, frequenciesOf(table));
    const answer = { pairs: 0, matches: 0, reviews: 0, rows: 0, weight: 0 };
    answer.pairs = candidatesOf(table, profile, pairingOf(table)).forEach((a, b) => {
      const weight = weigher.weigh(a, b);
      // A veto only takes away: it is not asked about pairs that are nothing without it.
      const decision = weigher.worthALook(weight) ? weigher.decide(weight, weigher.lastVeto()) : 'no';
      if (decision === 'match') answer.matches++;
      else if (decision === 'review') answer.reviews++;
      // (7,919 a + b) mod 9,973, in whole numbers of 32 bits.
      answer.rows += (((a % 9_973) * 7_919 + b) % 9_973) * (weigher.lastPattern() % 9_967);
      answer.weight += weight;
    });
    return { ...answer, weight: Math.round(answer.weight) };
  });
  return { ms, answer: value };
}
