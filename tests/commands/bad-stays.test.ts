import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';
import { protocol } from './times-protocol.js';

const folder = newFolder();
afterAll(() => folder.remove());

const TIMES = folder.write('times.json', JSON.stringify(protocol()));
const CASES = folder.write('cases.csv', 'case,person,onset_on\nk,a,2022-04-10\n');
const PLACES = folder.write('places.csv', 'place,category\np,workplace\nq,workplace\n');
let made = 0;
const staysFile = (rows: readonly string[]) => folder.write(`stays-${made++}.csv`, `person,place,start,end\n${rows.join('\n')}\n`);
const derive = (stays: string, ...more: string[]) => ['derive', '--stays', stays, '--cases', CASES, '--protocol', TIMES, ...more];
const at = (person: string, place: string, start: string, end: string) => `${person},${place},2022-04-${start},2022-04-${end}`;

/** Derives, and gives what was counted, what was said beside it, and why rows were left out. */
async function tried(rows: readonly string[], ...more: string[]) {
  const errors = `errors-${made}.csv`;
  const ran = await command([...derive(staysFile(rows), ...more), '--errors', `${folder.path}/${errors}`, '--json']);
  expect(ran.code).toBe(0);
  return { told: JSON.parse(ran.stdout), said: ran.stderr, reasons: folder.rows(errors).map((row) => row.reason) };
}
const meeting = [at('a', 'p', '10 10:00', '10 11:00'), at('b', 'p', '10 10:00', '10 11:00')];

describe('stays that are wrong or strange, in a derivation from files', () => {
  test('one that ends before it starts is left out by name, the rest counts', async () => {
    const { told, said, reasons } = await tried([...meeting, at('c', 'p', '10 10:30', '10 10:00')]);
    expect(told).toMatchObject({ contacts: 1, ignored: 1 });
    expect(reasons).toEqual(['It ends before it starts: correct the times.']);
    expect(said).toContain('1 rows were left out: 1 × It ends before it starts');
  });

  test('one that lies in the future of --as-of is left out by name; one that runs on is cut there', async () => {
    const later = at('c', 'p', '12 10:00', '12 11:00');
    const { told, reasons } = await tried([...meeting, later], '--as-of', '2022-04-10T10:30');
    expect(told).toMatchObject({ contacts: 1, byClass: { CLOSE: 1 }, ignored: 1 });
    expect(reasons).toEqual(['It starts in the future: check the date.']);
  });

  test('one that lasts weeks is taken, and said', async () => {
    const { told, said } = await tried([meeting[0]!, at('b', 'p', '01', '28'), meeting[1]!.replace('b,', 'c,')]);
    expect(told).toMatchObject({ contacts: 2, ignored: 0 });
    expect(said).toContain('1 stays last longer than a day: taken as they are');
  });

  test('one that overlaps itself is one meeting', async () => {
    const out = `${folder.path}/itself.csv`;
    const { told, said } = await tried(
      [...meeting, at('b', 'p', '10 10:30', '10 11:00'), at('a', 'p', '10 10:15', '10 10:45')],
      '--out',
      out,
    );
    expect(told).toMatchObject({ contacts: 1, rows: 1, ignored: 0 });
    expect(folder.rows('itself.csv')).toMatchObject([{ contact: 'b', seconds_min: '3600', seconds_max: '3600', encounters: '1' }]);
    expect(said).toBe('');
  });

  test('a person at two places at once counts at both, and is named', async () => {
    const { told, said } = await tried([...meeting, at('b', 'q', '10 10:30', '10 12:00'), at('a', 'q', '10 11:30', '10 11:50')]);
    expect(told).toMatchObject({ contacts: 1, ignored: 0 });
    expect(said).toBe('1 people are at two places at once: both count, look which is right: b.\n');
  });

  test('a place that the places file does not have is named; without such a file none is missed', async () => {
    const rows = [...meeting, at('a', 'x', '11 10:00', '11 11:00'), at('c', 'x', '11 10:00', '11 11:00')];
    const { told, said } = await tried(rows, '--places', PLACES);
    expect(told).toMatchObject({ contacts: 2, ignored: 0 });
    expect(said).toBe('1 places of the stays are not in the places file, so nothing is known of them: x.\n');
    expect((await tried(rows)).said).toBe('');
  });
});

describe('more than usual', () => {
  test('10,000 stays of one person are derived in seconds', async () => {
    const minute = (n: number) =>
      `2022-04-${String(8 + Math.floor(n / 1440)).padStart(2, '0')} ${String(Math.floor((n % 1440) / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const many = Array.from({ length: 10_000 }, (_, i) => `a,place ${i % 7},${minute(i)},${minute(i + 1)}`);
    const others = Array.from({ length: 200 }, (_, i) => `b${i},place ${i % 7},${minute(i * 40)},${minute(i * 40 + 120)}`);
    const began = performance.now();
    expect(await answerOf(derive(staysFile([...many, ...others]), '--degree', '2'))).toMatchObject({ ignored: 0 });
    expect(performance.now() - began).toBeLessThan(60_000);
  }, 120_000);

  test('all pairs of a place with tens of thousands at once are refused with what to do, not begun', async () => {
    const crowd = Array.from({ length: 15_000 }, (_, i) => at(`p${i}`, 'stadium', '10 10:00', '10 12:00'));
    for (const ask of [['co-presence'], ['rings', '--person', 'p1']]) {
      const ran = await command([...ask, '--stays', staysFile(crowd)]);
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toMatch(/112492500 pairs of stays touch, most of them at place stadium: ask about fewer stays/);
    }
  }, 120_000);
});
