import { afterAll, expect, test } from 'vitest';
import { answerOf, newFolder } from '../commands/command-line.js';
import { publicFile, publicRows, withPublicData } from './public-data.js';

const folder = newFolder();
afterAll(() => folder.remove());
const out = `${folder.path}/pairs.csv`;
const groups = `${folder.path}/clusters.csv`;
const link = (...args: string[]) => answerOf(['link', '--profile', 'LATIN-PERSON', '--out', out, '--clusters', groups, ...args]);

interface Measure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function measured(found: number, right: number, all: number): Measure {
  return { precision: right / found, recall: right / all, f1: (2 * right) / (found + all) };
}

/** Pairs that share a group. */
function pairsWithin(groupOf: ReadonlyMap<string, string>): Set<string> {
  const members = new Map<string, string[]>();
  for (const [record, group] of groupOf) members.set(group, [...(members.get(group) ?? []), record]);
  return new Set(
    [...members.values()].flatMap((records) => records.flatMap((a, i) => records.slice(i + 1).map((b) => [a, b].sort().join('|')))),
  );
}

withPublicData('febrl1', () => {
  test('500 persons written twice, without their numbers of identity: F1 of the matches at least 0.998', async () => {
    await link('--records', publicFile('febrl1/dataset1.csv'), '--ignore', 'soc_sec_id');
    const person = (record: string) => /^rec-(\d+)-/.exec(record)![1];
    const matches = folder.rows('pairs.csv').filter(({ decision }) => decision === 'match');
    const right = matches.filter(({ record_a, record_b }) => person(record_a!) === person(record_b!)).length;
    expect(measured(matches.length, right, 500).f1).toBeGreaterThanOrEqual(0.998);
  });
});

withPublicData('splink-fake-1000', () => {
  test('1,000 records of 251 persons: F1 of the pairs within clusters at least 0.96', async () => {
    const file = 'splink-fake-1000/fake_1000.csv';
    await link('--records', publicFile(file), '--ignore', 'cluster');
    const truth = pairsWithin(new Map(publicRows(file).map(({ unique_id, cluster }) => [unique_id!, cluster!])));
    const found = pairsWithin(new Map(folder.rows('clusters.csv').map(({ record, cluster }) => [record!, cluster!])));
    expect(truth.size).toBe(2_031);
    const { precision, f1 } = measured(found.size, [...found].filter((pair) => truth.has(pair)).length, truth.size);
    expect(f1).toBeGreaterThanOrEqual(0.96);
    expect(precision).toBeGreaterThan(0.99);
  });
});

withPublicData('recordlinker-nbs', () => {
  test('84 probes against 1,044 persons: no stranger is merged, nobody who is there is missed', async () => {
    const [probes, seed] = ['recordlinker-nbs/nbs_test.csv', 'recordlinker-nbs/nbs_seed.csv'];
    await link(
      '--records',
      publicFile(probes!),
      '--against',
      publicFile(seed!),
      '--id',
      'Test Case #',
      '--against-id',
      'Match Id',
      '--ignore',
      'Match Id,Expected Result',
    );
    const decisions = new Map(folder.rows('pairs.csv').map(({ record_a, record_b, decision }) => [`${record_a}|${record_b}`, decision]));
    const of = (expected: string) =>
      publicRows(probes!)
        .filter((row) => row['Expected Result'] === expected)
        .map((row) => decisions.get(`${row['Test Case #']}|${row['Match Id']}`) ?? 'no');
    expect(of('no_match')).toHaveLength(17);
    expect(of('no_match').filter((decision) => decision === 'match')).toEqual([]);
    expect(of('match')).toHaveLength(53);
    expect(of('match').filter((decision) => decision === 'match').length).toBeGreaterThanOrEqual(50);
    expect(of('match')).not.toContain('no');
    expect(of('possible_match')).not.toContain('no');
  });
});
