import { afterAll, describe, expect, test } from 'vitest';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
afterAll(() => folder.remove());

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

test('a file is shown like a shipped one, and what --json prints of one is such a file', async () => {
  const file = folder.write('v8.json', (await command(['protocols', '--show', 'CN-COVID-V8', '--json'])).stdout);
  const [shipped, read] = await Promise.all([command(['protocols', '--show', 'CN-COVID-V8']), command(['protocols', '--show', file])]);
  expect(read).toEqual(shipped);
  const broken = folder.write('broken.json', '{"id": "X", "infectious": [], "exposure": [{"id": "A", "cls": "NEAR"}]}');
  expect((await command(['protocols', '--show', broken])).stderr).toContain(
    'exposure.0.cls: rule A: class "NEAR" is missing in classOrder',
  );
});

describe('in the database', () => {
  const ground = sharedGround();
  const inDatabase = (...args: string[]) => command(['protocols', ...args], { ground });
  const ours = async (version: string, rest: object = {}) => {
    const { stdout } = await command(['protocols', '--show', 'CN-COVID-V8-4D', '--json']);
    return folder.write(`ours-${version}.json`, JSON.stringify({ ...JSON.parse(stdout), id: 'COMMAND-COVID', version, ...rest }));
  };

  test('a file founds a protocol as a draft, which is listed, shown, tried on a case and replaced only when that is said', async () => {
    const file = await ours('1');
    const slip = await inDatabase('--draft', file);
    expect(slip).toMatchObject({ code: 1, stdout: '' });
    expect(slip.stderr).toContain('There is no protocol COMMAND-COVID yet');
    expect(await answerOf(['protocols', '--draft', file, '--found'], { ground })).toMatchObject({ id: 'COMMAND-COVID@1', state: 'DRAFT' });
    expect(await answerOf(['protocols', '--written'], { ground })).toContainEqual(expect.objectContaining({ id: 'COMMAND-COVID@1' }));
    expect(await answerOf(['protocols', '--written', '--show', 'COMMAND-COVID@1'], { ground })).toMatchObject({
      id: 'COMMAND-COVID',
      version: '1',
    });
    const derived = (protocol: string) => answerOf(['derive', '--case', 'demo-case-207', '--protocol', protocol], { ground });
    expect(await derived('COMMAND-COVID@1')).toEqual(await derived('CN-COVID-V8-4D'));
    const again = await ours('1', { notes: ['anders'] });
    expect((await inDatabase('--draft', again)).stderr).toContain('there is a draft of this version already');
    expect(await inDatabase('--draft', again, '--replace')).toMatchObject({ code: 0 });
    expect(await answerOf(['protocols', '--written', '--show', 'COMMAND-COVID@1'], { ground })).toMatchObject({ notes: ['anders'] });
  }, 180_000);

  test('only an administrator stores one, and a clash is refused by name', async () => {
    expect((await inDatabase('--draft', await ours('3'), '--found', '--as', 'tracer1')).stderr).toContain(
      'only an administrator writes protocols',
    );
    expect((await inDatabase('--draft', await ours('4', { id: 'EBOLA' }), '--found')).stderr).toContain(
      'EBOLA belongs to a protocol that comes with the program',
    );
    expect(await command(['protocols', '--found'])).toMatchObject({ code: 2 });
  });
});
