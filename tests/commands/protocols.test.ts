import { expect, test } from 'vitest';
import { answerOf, command } from './command-line.js';

interface Listed {
  readonly id: string;
  readonly version: string;
  readonly windows: number;
  readonly rules: number;
  readonly sources: readonly string[];
}

test('the shipped protocols are listed, each with how many windows and rules it has and where it comes from', async () => {
  const [all, lines] = await Promise.all([answerOf<Listed[]>(['protocols']), command(['protocols'])]);
  expect(all.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['CN-COVID-V8', 'CN-COVID-V8-4D', 'CN-COVID-V9', 'WHO-COVID', 'ANY-OVERLAP']),
  );
  for (const { id, version, windows, rules, sources } of all) {
    expect(version).not.toBe('');
    expect(rules).toBeGreaterThan(0);
    // The tool for analysis and the screening list have no window; only the tool has no authority behind it.
    expect(windows > 0, id).toBe(id !== 'ANY-OVERLAP' && id !== 'CN-ST-COMPANION');
    expect(sources.length > 0, id).toBe(id !== 'ANY-OVERLAP');
  }
  expect(lines).toMatchObject({ code: 0, stderr: '' });
  expect(
    lines.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]),
  ).toEqual(all.map(({ id }) => id));
});

test('one of them is shown whole: windows, rules and sources; as JSON it is a file that derives', async () => {
  const [shown, json] = await Promise.all([
    command(['protocols', '--show', 'CN-COVID-V8']),
    answerOf<{ infectious: object[]; exposure: { id: string }[]; sources: string[]; unverified: string[] }>([
      'protocols',
      '--show',
      'CN-COVID-V8',
    ]),
  ]);
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  for (const { id } of json.exposure) expect(shown.stdout).toContain(`  ${id}: `);
  for (const point of json.unverified) expect(shown.stdout).toContain(`  unverified: ${point}`);
  for (const source of json.sources) expect(shown.stdout).toContain(`  source: ${source}`);
  expect(shown.stdout.match(/^ {2}infectious, /gm)).toHaveLength(json.infectious.length);
});
