import { afterAll, beforeAll, expect, test } from 'vitest';
import { everythingOf } from '../support/ask-everything.js';
import { signedIn } from '../support/desk-visitor.js';
import { ask } from '../support/graph-questions.js';
import { ABOVE, closeDesks, HERE, knownInTwoAreas, PHONE, THERE, WEST } from '../support/two-areas.js';
import { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const server = sharedServer();
const ground = sharedGround();
/** What would tell of the other; the phone is theirs both, and so known here. */
const TELLING = [THERE.id, THERE.name, THERE.birthOn, '19770305', '东风路', '汀南', 'west-', '西风'];

const password = () => server.accounts.find(({ login }) => login === 'database1')!.password;

async function visitor(login: string): Promise<Visitor> {
  const one = new Visitor(server.url);
  await one.data('mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }', {
    login,
    password: password(),
  });
  await one.data('mutation { statePurpose(purpose: "处置本日疫情") { __typename } }');
  return one;
}

let here: Visitor;
beforeAll(async () => {
  await knownInTwoAreas(ground);
  here = await signedIn(server, 'database1');
}, 240_000);
afterAll(() => closeDesks(ground));

interface Group {
  firstId: string;
  first: { name: string };
  pairs: { id: string; askedAt: string | null }[];
  elsewhere: { askedAt: string | null; records: number } | null;
}
const GROUPS = '{ duplicates(first: 100) { groups { firstId first { name } pairs { id askedAt } elsewhere { askedAt records } } } }';
const groupsOf = async (of: Visitor): Promise<Group[]> => (await of.data<{ duplicates: { groups: Group[] } }>(GROUPS)).duplicates.groups;
const mine = async (of: Visitor, name: string): Promise<Group | undefined> => (await groupsOf(of)).find(({ first }) => first.name === name);

test('whatever a desk asks, of somebody known in another area it is told that they exist, and nothing else', async () => {
  const group = await mine(here, HERE.name);
  expect(group).toMatchObject({ pairs: [], elsewhere: { records: 1, askedAt: null } });
  const pairId = [group!.firstId, THERE.id].sort().join('|');
  const questions = [
    everythingOf('duplicates', '(first: 100)'),
    everythingOf('merges', '(first: 100)'),
    everythingOf('tasks'),
    everythingOf('notices'),
    everythingOf('contacts', '(first: 200, filter: { view: "duplicates" })'),
    everythingOf('duplicateEvidence', `(pairId: "${pairId}")`),
    everythingOf('search', `(text: "${THERE.name}")`),
    everythingOf('search', `(text: "${PHONE}")`),
    everythingOf('lookUpPerson', `(phone: "${PHONE}")`),
  ];
  for (const question of questions) {
    const { data, errors } = await here.ask(question);
    expect(errors, question.slice(0, 40)).toEqual([]);
    const told = JSON.stringify(data);
    for (const word of TELLING) expect(told, `${question.slice(0, 40)} tells ${word}`).not.toContain(word);
  }
  const decide = 'mutation ($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { __typename } }';
  for (const decision of ['same', 'not-same'])
    expect(await here.data(decide, { input: { pairId, decision } })).toMatchObject({ decideDuplicate: { __typename: 'NotFound' } });
});

test('the same questions tell the area above all of both: the search for leaks can find some', async () => {
  const city = await visitor(ABOVE);
  const told = JSON.stringify((await city.ask(everythingOf('duplicates', '(first: 100)'))).data);
  for (const word of [THERE.id, THERE.name, THERE.birthOn, '东风路']) expect(told).toContain(word);
});

test('one key asks the area above, which has it first and as a task; the log says who asked, and who decided', async () => {
  const group = (await mine(here, HERE.name))!;
  const asked = 'mutation ($id: ID!) { askAreaAbove(personId: $id) { __typename } }';
  expect(await here.data(asked, { id: group.firstId })).toEqual({ askAreaAbove: { __typename: 'Done' } });
  expect(await here.data(asked, { id: group.firstId })).toEqual({ askAreaAbove: { __typename: 'Refused' } });
  expect((await mine(here, HERE.name))!.elsewhere!.askedAt).not.toBeNull();
  const west = await visitor(WEST);
  expect((await mine(west, THERE.name))!.elsewhere).toMatchObject({ records: 1 });

  const city = await visitor(ABOVE);
  for (const one of [here, west, city]) {
    const { counts, duplicates } = await one.data<{ counts: { duplicates: number }; duplicates: { groupTotal: number } }>(
      '{ counts { duplicates } duplicates { groupTotal } }',
    );
    expect(counts.duplicates).toBe(duplicates.groupTotal);
  }
  const [first] = await groupsOf(city);
  expect(first!.pairs[0]!.askedAt).not.toBeNull();
  const tasks = () => city.data<{ tasks: { kind: string; subjectId: string }[] }>('{ tasks { kind subjectId } }');
  const pairId = first!.pairs[0]!.id;
  expect((await tasks()).tasks).toContainEqual({ kind: 'decide-across', subjectId: pairId });
  await city.data('mutation ($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { __typename } }', {
    input: { pairId, decision: 'not-same', seconds: 5 },
  });
  expect((await tasks()).tasks.filter(({ subjectId }) => subjectId === pairId)).toEqual([]);
  expect(await mine(here, HERE.name)).toBeUndefined();
  expect(await mine(west, THERE.name)).toBeUndefined();
  const logged = await ask(
    ground,
    "MATCH (a:AuditEntry) WHERE a.operation IN ['ask-area-above', 'duplicate-not-same'] AND $id IN a.subjects RETURN a.operation AS operation, a.who AS who ORDER BY a.seq DESC LIMIT 2",
    { id: THERE.id },
  );
  expect(logged.map(({ operation, who }) => `${operation} ${who}`)).toEqual([
    `duplicate-not-same account-${ABOVE}`,
    'ask-area-above account-database1',
  ]);
});
