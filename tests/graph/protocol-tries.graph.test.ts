import { ProtocolTries, TRY_PAGE, type TryProgress, tryProtocol } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeAll, beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const { tracer } = CAST;
const colleague = { ...tracer, accountId: 'account-colleague' };
const administrator = { ...tracer, accountId: 'account-administrator', role: 'administrator' as const };
const MANY = 120;
const FOUR_DAYS = { id: 'CN-COVID-V8-4D' };

/** A hundred and twenty cases more than the one, each of whom only a window of four days lets meet a friend of theirs. */
beforeAll(async () => {
  await graph().empty();
  const { desk } = graph();
  await smallOutbreak(desk, [{ person: 'guest', name: '客人甲' }]);
  const many = Array.from({ length: MANY }, (_, i) => String(i).padStart(3, '0'));
  await write(
    desk,
    'places',
    many.map((n) => ({ place: `flat-${n}`, name: `${n}室`, category: 'home', area: 'street' })),
  );
  await write(
    desk,
    'people',
    many.flatMap((n) => ['ill', 'friend'].map((who) => ({ person: `${who}-${n}`, name: `${who}${n}`, area: 'street' }))),
  );
  const tea = { start: '2022-04-08 18:00', end: '2022-04-08 20:00', source: 'interview' };
  await write(
    desk,
    'stays',
    many.flatMap((n) => ['ill', 'friend'].map((who) => ({ stay: `${who}-${n}`, person: `${who}-${n}`, place: `flat-${n}`, ...tea }))),
  );
  await write(
    desk,
    'cases',
    many.map((n, i) => ({
      case: `c-${n}`,
      no: `2${n}`,
      person: `ill-${n}`,
      category: i === 0 ? 'excluded' : 'confirmed',
      onset_on: '2022-04-12',
    })),
  );
}, 120_000);

let tries: ProtocolTries;
beforeEach(() => {
  tries = new ProtocolTries(graph().desk);
});

async function begun(actor = tracer, caseIds: readonly string[] | null = null): Promise<TryProgress> {
  const outcome = await tries.begin(actor, FOUR_DAYS, caseIds);
  expect(outcome).toMatchObject({ kind: 'try-begun', progress: { looked: 0, state: 'RUNNING' } });
  return (outcome as Extract<typeof outcome, { progress: TryProgress }>).progress;
}
async function ended(id: string, actor = tracer): Promise<TryProgress> {
  for (;;) {
    const now = tries.progress(actor, id)!;
    if (now.state !== 'RUNNING') return now;
    await new Promise((later) => setTimeout(later, 20));
  }
}

test('every live case is looked at, however many, and the sum is that of each alone', async () => {
  const { id, of } = await begun();
  expect(of).toBe(MANY);
  const done = await ended(id);
  expect(done).toMatchObject({
    state: 'DONE',
    looked: MANY,
    of: MANY,
    affected: MANY - 1,
    people: MANY - 1,
    counts: { addedClose: MANY - 1 },
  });
  const one = await tryProtocol(graph().desk, tracer, FOUR_DAYS, ['c-001']);
  expect(one).toMatchObject({ total: { counts: { addedClose: 1 }, changes: [{ personId: 'friend-001' }] } });
  const page = await tries.people(tracer, id, 'c-001', 0);
  expect(page).toMatchObject({ total: 1, rows: [{ personId: 'friend-001', kind: 'ADDED', name: 'friend001' }] });
});

test('cases and people are listed a page at a time, nobody lost and nobody twice', async () => {
  const { id } = await begun();
  await ended(id);
  const cases = [0, TRY_PAGE, 2 * TRY_PAGE].map((from) => tries.cases(tracer, id, from)!);
  expect(cases.map(({ total, rows }) => [total, rows.length])).toEqual([
    [MANY - 1, TRY_PAGE],
    [MANY - 1, TRY_PAGE],
    [MANY - 1, MANY - 1 - 2 * TRY_PAGE],
  ]);
  const people = await Promise.all([0, TRY_PAGE, 2 * TRY_PAGE].map((from) => tries.people(tracer, id, null, from)));
  expect(new Set(people.flatMap((page) => page!.rows.map((row) => row.personId))).size).toBe(MANY - 1);
});

test('who is shown is written into the audit, a page and no more; an administrator is told how many', async () => {
  const { id } = await begun();
  await ended(id);
  const { desk } = graph();
  const subjects = async () => (await desk.audit.page({ before: null, first: 1, who: null, subject: null }))[0]!;
  await tries.people(tracer, id, null, 0);
  expect(await subjects()).toMatchObject({ operation: 'try-protocol', count: TRY_PAGE });
  const counted = await begun(administrator);
  expect(await ended(counted.id, administrator)).toMatchObject({ people: MANY - 1 });
  expect(await tries.people(administrator, counted.id, null, 0)).toEqual({ total: MANY - 1, rows: [] });
});

test('a try that is stopped keeps what it found of the cases it looked at, and looks at no more', async () => {
  const { id } = await begun();
  while (tries.progress(tracer, id)!.looked < 3) await new Promise((later) => setTimeout(later, 5));
  const stopped = tries.cancel(tracer, id)!;
  expect(stopped).toMatchObject({ state: 'CANCELLED', of: MANY });
  expect(stopped.looked).toBeLessThan(MANY);
  await new Promise((later) => setTimeout(later, 150));
  expect(tries.progress(tracer, id)).toMatchObject({ state: 'CANCELLED', looked: stopped.looked });
  expect(stopped.affected).toBeGreaterThan(0);
});

test('whoever begins the next ends their former one, and nobody asks for that of another', async () => {
  const first = await begun();
  const other = await begun(colleague, ['c-001']);
  const second = await begun(tracer, ['c-001', 'c-002']);
  expect(tries.progress(tracer, first.id)).toBeNull();
  expect(tries.progress(tracer, other.id)).toBeNull();
  expect(tries.cancel(tracer, other.id)).toBeNull();
  expect(await ended(second.id)).toMatchObject({ state: 'DONE', looked: 2, of: 2 });
  expect(await ended(other.id, colleague)).toMatchObject({ state: 'DONE', affected: 1 });
});

test('what cannot be tried is refused before it begins', async () => {
  expect(await tries.begin(tracer, { id: 'NOBODYS' }, null)).toEqual({ kind: 'protocol-not-found' });
  expect(await tries.begin(tracer, FOUR_DAYS, [])).toEqual({ kind: 'nothing-selected' });
  expect(await tries.begin(tracer, FOUR_DAYS, ['elsewhere'])).toEqual({ kind: 'case-not-found' });
  expect(await tries.begin(CAST.receiver, FOUR_DAYS, null)).toEqual({ kind: 'not-allowed' });
  expect(await tries.begin(tracer, { text: '{' }, null)).toMatchObject({ kind: 'invalid-input' });
});
