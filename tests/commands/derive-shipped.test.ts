import { afterAll, describe, expect, test } from 'vitest';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
afterAll(() => folder.remove());

const CASES = folder.write('cases.csv', 'case,person,rash_onset_on,onset_on\nk,a,2021-11-05,2021-11-05\n');

describe('time-space companions from phone signals', () => {
  const signal = (person: string, start: string, end: string, place = 'mast') => `${person},${place},${start},${end},mobile_signal`;
  const meeting = signal('a', '2021-11-05 12:00', '2021-11-05 12:11');
  const rows = (length: string) => [
    meeting,
    signal('b', '2021-11-02 00:00', length),
    signal('b', '2021-11-05 12:00', '2021-11-05 12:11', 'near'),
    signal('c', '2021-11-02 00:00', length, 'far'),
    signal('c', '2021-11-05 12:00', '2021-11-05 12:11', 'far'),
    'd,mast,2021-11-05 12:00,2021-11-05 12:11,interview',
  ];
  const PLACES = folder.write(
    'masts.csv',
    'place,category,lat,lng\nmast,other,30.65,104.06\nnear,other,30.651,104.061\nfar,other,30.68,104.06\n',
  );
  const stays = (name: string, length: string) => folder.write(name, `person,place,start,end,source\n${rows(length).join('\n')}\n`);
  const asked = (file: string, protocol: string, ...more: string[]) => [
    'derive',
    '--stays',
    file,
    '--cases',
    CASES,
    '--places',
    PLACES,
    '--protocol',
    protocol,
    '--as-of',
    '2021-11-06',
    ...more,
  ];

  test('vector 17: 31 hours there make one, possible; 29 hours, another cell or a stay do not', async () => {
    const [long, short] = [stays('long.csv', '2021-11-03 07:00'), stays('short.csv', '2021-11-03 05:00')];
    const [found, none] = await Promise.all([
      answerOf(asked(long, 'CN-ST-COMPANION', '--out', `${folder.path}/companions.csv`)),
      answerOf(asked(short, 'CN-ST-COMPANION')),
    ]);
    expect(found).toMatchObject({ contacts: 1, byClass: { ST_COMPANION: 1 }, byCertainty: { possible: 1 }, ignored: 0 });
    expect(folder.rows('companions.csv')).toMatchObject([{ contact: 'b', rule: 'GRID', seconds_min: '0', seconds_max: '660' }]);
    expect(none).toMatchObject({ contacts: 0 });
  });

  test('the same signals prove nothing under any other protocol, and are left out by name', async () => {
    expect(await answerOf(asked(stays('others.csv', '2021-11-03 07:00'), 'ANY-OVERLAP'))).toMatchObject({ contacts: 0, ignored: 5 });
  });

  test('the plain SQL refuses it by the name of the field', async () => {
    const refused = await command(asked(stays('sql.csv', '2021-11-03 07:00'), 'CN-ST-COMPANION', '--sql'));
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('exposure GRID: gridCompanion') });
  });
});

describe('a flight', () => {
  const seats = ['a,12C', 'r9,9A', 'r10,10K', 'r15,15B', 'r16,16C', 'zone,CREW 9-15', 'tail,CREW 20-30', 'baby,30A INF'];
  const STAYS = folder.write(
    'flight.csv',
    `person,place,start,end,seat\n${seats.map((s) => s.replace(',', ',CA1,2021-11-05 08:00,2021-11-05 11:00,')).join('\n')}\n`,
  );
  const PLACES = folder.write('plane.csv', 'place,category,enclosed,hepa\nCA1,plane,yes,yes\n');
  const OLD = folder.write('old-plane.csv', 'place,category,enclosed,hepa\nCA1,plane,yes,no\n');
  const close = async (protocol: string, places: string) => {
    const out = `${protocol}-${places === OLD}.csv`;
    await answerOf([
      'derive',
      '--stays',
      STAYS,
      '--cases',
      CASES,
      '--places',
      places,
      '--protocol',
      protocol,
      '--out',
      `${folder.path}/${out}`,
    ]);
    return folder.rows(out).flatMap((row) => (row.class === 'CLOSE' ? [`${row.contact} ${row.certainty}`] : []));
  };
  const definite = (...people: string[]) => people.sort().map((person) => `${person} definite`);

  test('vector 7: rows and zone crew with filters, everybody without; measles two rows and babies in arms', async () => {
    const [filtered, unfiltered, measles] = await Promise.all([
      close('CN-COVID-V8', PLACES),
      close('CN-COVID-V8', OLD),
      close('MEASLES-US', PLACES),
    ]);
    expect(filtered).toEqual(definite('r9', 'r10', 'r15', 'zone'));
    expect(unfiltered).toEqual(definite('r9', 'r10', 'r15', 'r16', 'zone', 'tail', 'baby'));
    expect(measles).toEqual(definite('r10', 'baby'));
  });
});
