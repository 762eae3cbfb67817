import { chain, deriveTouched, type ImportKind, isRejection, type RawRecord, WRITERS, wholeFileOf } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeAll, describe, expect, test } from 'vitest';

const graph = withGraph();
/** Within the infectious window of the case, whose onset is on 11 April 2022. */
const DAY = '2022-04-10';

beforeAll(async () => {
  const { desk } = graph();
  await smallOutbreak(desk, [{ person: 'guest', name: '客人' }]);
  await write(desk, 'places', [
    { place: 'wedding', name: '婚礼', category: 'event', area: 'street' },
    { place: 'hall', name: '礼堂', category: 'banquet', area: 'street' },
  ]);
  await write(desk, 'people', [
    { person: 'bride', name: '新娘', area: 'street' },
    { person: 'late', name: '晚到的人', area: 'street' },
    { person: 'other', name: '病例乙', area: 'street' },
  ]);
  await write(desk, 'cases', [{ case: 'other-case', person: 'other', category: 'confirmed', onset_on: '2022-04-12', area: 'district' }]);
  await write(desk, 'contacts', [
    { from: 'wedding', to: 'bride', date: DAY },
    { contact: 'late', place: 'wedding', first_exposure_at: '2022-04-12', last_exposure_at: '2022-04-12' },
    { from: 'wedding', to: 'other', date: DAY },
  ]);
  await deriveTouched(desk, CAST.operator, 0);
});

const contactsOf = async (caseId: string) =>
  (await graph().desk.work.read((tx) => graph().desk.determinations.liveOfCase(tx, caseId))).map(
    ({ personId, cls, certainty, placeId }) => `${personId} ${cls} ${certainty} ${placeId}`,
  );

/** Outcomes of rows that may be refused. */
async function tried(kind: ImportKind, records: RawRecord[]): Promise<(string | null)[]> {
  const { desk } = graph();
  const written = await desk.work.write(CAST.operator, 'try', async (tx) => {
    tx.touch('try');
    const whole = wholeFileOf(records, desk.clock.tz, new Map());
    return WRITERS[kind]({ desk, tx, source: '', batchId: null, createMissing: false, records, whole });
  });
  return written.map((one) => (isRejection(one) ? `${one.field} ${one.code}` : one));
}

describe('an event names people', () => {
  test('nobody is the contact of a case that was not there', async () => {
    expect((await contactsOf('case')).filter((line) => line.endsWith('wedding'))).toEqual([]);
  });

  test('the chain shows them under it, and who is a case as the case', async () => {
    const { nodes, edges } = await chain(graph().desk, CAST.operator, ['other-case'], 0);
    expect(nodes.map(({ id, kind, person, placeName }) => [id, kind, person?.name ?? placeName])).toEqual(
      expect.arrayContaining([
        ['other-case', 'case', '病例乙'],
        ['wedding', 'place', '婚礼'],
        ['bride', 'contact', '新娘'],
        ['late', 'contact', '晚到的人'],
      ]),
    );
    expect(edges.map(({ from, to, state }) => `${from} ${to} ${state}`).sort()).toEqual([
      'wedding bride possible',
      'wedding late possible',
      'wedding other-case definite',
    ]);
  });

  test('what cannot be is refused by name, and a known row says nothing new', async () => {
    expect(
      await tried('contacts', [
        { from: 'wedding', to: 'bride', date: DAY },
        { from: 'wedding', to: 'stranger', date: DAY },
        { from: 'wedding', to: 'wedding', date: DAY },
        { from: 'wedding', to: '', date: DAY },
        { from: 'bride', to: 'late', date: DAY },
        { from: 'nobody', to: 'late', date: DAY },
        { contact: 'late', place: 'hall', name: '晚到的人' },
        { contact: 'aunt', place: 'wedding', name: '姑姑', first_exposure_at: '2022-04-12' },
        { from: 'index', to: 'wedding', date: '' },
        { from: 'index', to: 'wedding', date: 'soon' },
        { from: 'nobody', to: 'wedding', date: DAY },
        { from: '', to: 'wedding', date: DAY },
      ]),
    ).toEqual([
      'unchanged',
      'to reference-unknown',
      'to self',
      'to missing',
      'from no-case',
      'from reference-unknown',
      'case missing',
      'inserted',
      'date missing',
      'date moment-unreadable',
      'from reference-unknown',
      'from missing',
    ]);
  });
});

test('a case who was there has those as contacts whom the event names for that time, and is seen going there', async () => {
  const { desk } = graph();
  const rev = await write(desk, 'contacts', [{ from: 'index', to: 'wedding', date: DAY }]);
  expect(await tried('contacts', [{ from: 'index', to: 'wedding', date: DAY }])).toEqual(['unchanged']);
  await deriveTouched(desk, CAST.operator, rev);
  const there = (await contactsOf('case')).filter((line) => line.endsWith('wedding'));
  expect(there.map((line) => line.split(' ')[0])).toEqual(['bride']);
  const { edges } = await chain(desk, CAST.operator, ['case'], 1);
  expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(expect.arrayContaining(['case wedding', 'wedding other-case']));
});

test('whom an event names later concerns the cases who were there', async () => {
  const { desk } = graph();
  await write(desk, 'people', [{ person: 'uncle', name: '叔叔', area: 'street' }]);
  const rev = await write(desk, 'contacts', [{ from: 'wedding', to: 'uncle', date: DAY }]);
  const touched = await desk.work.read((tx) => desk.cases.touchedSince(tx, rev));
  expect(touched.map(({ id }) => id)).toContain('case');
  await deriveTouched(desk, CAST.operator, rev);
  expect((await contactsOf('case')).some((line) => line.startsWith('uncle '))).toBe(true);
});

test('who was a case and is none any more becomes a contact again', async () => {
  const { desk } = graph();
  const rev = await write(desk, 'cases', [
    { case: 'other-case', person: 'other', category: 'excluded', onset_on: '2022-04-12', area: 'district' },
  ]);
  await deriveTouched(desk, CAST.operator, rev);
  expect((await contactsOf('case')).some((line) => line.startsWith('other '))).toBe(true);
});
