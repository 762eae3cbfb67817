import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, newFolder } from '../commands/command-line.js';
import { gatherings } from './gatherings.js';
import { publicFile, withPublicData } from './public-data.js';

withPublicData('sociopatterns-invs15', () => {
  const folder = newFolder();
  /** The days of the recording have no date: any will do. */
  const midnight = Date.UTC(2015, 0, 1);
  const iso = (seconds: number) => new Date(midnight + seconds * 1_000).toISOString();
  let stays: string;
  let direct: string;
  let counts: { gatherings: number; visits: number };

  beforeAll(() => {
    const lines = gunzipSync(readFileSync(publicFile('sociopatterns-invs15/workplace_InVS15_tij.dat.gz')))
      .toString()
      .trim()
      .split('\n');
    const contacts = lines.map((line) => {
      const [t = '', a = '', b = ''] = line.split(/\s+/);
      return { t: Number(t), a, b };
    });
    const visits = gatherings(contacts);
    counts = { gatherings: new Set(visits.map((v) => v.place)).size, visits: visits.length };
    const row = (person: string, place: string, from: number, to: number) => `${person},${place},${iso(from)},${iso(to)}`;
    const file = (name: string, rows: string[]) => folder.write(name, `person,place,start,end\n${rows.join('\n')}\n`);
    stays = file(
      'gatherings.csv',
      visits.map((v) => row(v.person, v.place, v.from, v.to)),
    );
    // Every contact a place of its own, so that only those who really faced each other meet.
    direct = file(
      'contacts.csv',
      contacts.flatMap(({ t, a, b }) => [row(a, `${t} ${a} ${b}`, t - 20, t), row(b, `${t} ${a} ${b}`, t - 20, t)]),
    );
  });
  afterAll(() => folder.remove());

  test('the office turned into gatherings has the places and visits that its README counts', () => {
    expect(counts).toEqual({ gatherings: 61_897, visits: 137_629 });
  });

  test('co-presence finds its 5,657 pairs', async () => {
    expect(await answerOf(['co-presence', '--stays', stays])).toMatchObject({ pairs: 5_657, persons: 217, ignored: 0 });
  });

  test('face to face they are 4,274 pairs, 429 of them for a quarter of an hour in all', async () => {
    const answer = await answerOf(['co-presence', '--stays', direct, '--out', `${folder.path}/pairs.csv`]);
    expect(answer).toMatchObject({ pairs: 4_274, stayPairs: 78_249, seconds: 78_249 * 20 });
    expect(folder.rows('pairs.csv').filter((pair) => Number(pair.seconds) >= 900)).toHaveLength(429);
  });

  test.each([
    ['884', { ring1: 84, ring2: 127 }, 126],
    ['985', { ring1: 39, ring2: 170 }, 162],
  ])('the rings of person %s', async (person, rings, inTime) => {
    expect(await answerOf(['rings', '--stays', direct, '--person', person])).toMatchObject(rings);
    expect(await answerOf(['rings', '--stays', direct, '--person', person, '--time-respecting'])).toMatchObject({ ring2: inTime });
  });
});
