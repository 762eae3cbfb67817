import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { ownFile, publicFile, publicRows, withPublicData } from './public-data.js';

withPublicData('taiwan-covid19-cases', () => {
  const folder = newFolder();
  let ground: OwnGround;
  beforeAll(async () => {
    ground = await emptyGround();
  });
  afterAll(async () => {
    await ground?.clear();
    folder.remove();
  });

  test('27,555 dirty rows: every record is in, or its row is in the error file with the reason', { timeout: 600_000 }, async () => {
    const file = publicFile('taiwan-covid19-cases/cases.csv');
    const errors = `${folder.path}/errors.csv`;
    const done = await answerOf<Imported>(['import', file, '--mapping', ownFile('taiwan.mapping.json'), '--errors', errors], { ground });
    expect(done.rows).toBe(27_555);
    expect(done.inserted + done.updated + done.unchanged + done.rejected).toBe(2 * 27_555);
    // Two numbers stand twice: their second rows are the same person and the same case. Three cases have a day of the year 0221.
    expect(done).toMatchObject({ rowsWithErrors: 290, rejected: 291 });
    const refused = folder.rows('errors.csv');
    expect(refused).toHaveLength(done.rowsWithErrors);
    const original = publicRows('taiwan-covid19-cases/cases.csv');
    for (const { reason, row, patient_id } of refused) {
      expect(reason).not.toBe('');
      // The number is that of the original file, whose first row holds the headers.
      expect(patient_id).toBe(original[Number(row) - 2]!.patient_id);
    }
    expect(refused.filter(({ patient_id }) => patient_id === '')).toHaveLength(1);
  });

  test('the clusters of those whose sources are numbers', async () => {
    const links = publicRows('taiwan-covid19-cases/cases.csv').flatMap(({ patient_id = '', contact_with = '' }) =>
      /^[#\d,\s、，;/&-]+$/.test(contact_with) && /\d/.test(contact_with)
        ? [...new Set(contact_with.match(/\d+/g))].map((source) => `${source},${patient_id}`)
        : [],
    );
    const contacts = folder.write('links.csv', `from,to\n${links.join('\n')}\n`);
    const found = await answerOf<{ sizes: number[] }>([
      'clusters',
      '--contacts',
      contacts,
      '--cases',
      publicFile('taiwan-covid19-cases/cases.csv'),
    ]);
    // One of them leads to the row without a number: it is left out, and counted.
    expect(links).toHaveLength(2_451);
    expect(found).toMatchObject({ selfLinks: 12, links: 2_438, missing: 0, ignored: 1 });
    expect(found.sizes.slice(0, 3)).toEqual([110, 100, 90]);
  });
});
