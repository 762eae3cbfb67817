import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { everythingOf } from '../support/ask-everything.js';
import { signedIn } from '../support/desk-visitor.js';
import { ask } from '../support/graph-questions.js';
import { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const server = sharedServer();
const ground = sharedGround();
const folder = newFolder();
const PHONE = '15400095001';
const HERE = { name: '蓝天竹', address: '望月街道丁香苑7号楼1单元303室' };
const THERE = { id: 'west-person-77', name: '蓝天祝', birthOn: '1977-03-05', address: '汀南区东风路19号', phone: PHONE };
/** What would tell of the other; the phone is theirs both, and so known here. */
const TELLING = [THERE.id, THERE.name, THERE.birthOn, '19770305', '东风路', '汀南', 'west-', '西风'];

const LOGINS = ['database-west', 'database-above'] as const;
const password = () => server.accounts.find(({ login }) => login === 'database1')!.password;

/** A desk in the district beside ours, and one of the city above both, with the password of the demo's accounts. */
async function openDesks(): Promise<void> {
  await ask(
    ground,
    `MATCH (one:Account {login: 'database1'}) MATCH (home:Area {id: one.areaId}) MATCH (city:Area {id: home.parentId})
     MATCH (west:Area {parentId: city.id, outside: true}) WITH one, city, west ORDER BY west.id LIMIT 1
     UNWIND [['database-west', west], ['database-above', city]] AS row WITH one, row[0] AS login, row[1] AS area
     MERGE (made:Account {login: login}) SET made += one {.role, .passwordHash, .mustChange, .demo, .createdAt, .rev}, made.id = 'account-' + login,
       made.name = login, made.areaId = area.id, made.areaPath = area.path`,
  );
}
const areaOf = async (login: string): Promise<string> =>
  (await ask(ground, 'MATCH (a:Account {login: $login}) RETURN a.areaId AS id', { login }))[0]!.id as string;

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
  await openDesks();
  const west = await areaOf('database-west');
  const bring = async (kind: string, name: string, lines: string[], as: string[]) => {
    const file = folder.write(`${name}.csv`, lines.join('\r\n'));
    expect(await answerOf<Imported>(['import', file, '--kind', kind, '--source', '', ...as], { ground })).toMatchObject({ rejected: 0 });
  };
  const { id, name, birthOn, address, phone } = THERE;
  await bring('places', 'places', ['place,name,category,area', `west-hall,西风礼堂,home,${west}`], []);
  await bring(
    'people',
    'people',
    ['person,name,birth_on,phone,address,area', `west-index,西风甲,,,,${west}`, `${id},${name},${birthOn},${phone},${address},${west}`],
    [],
  );
  await bring(
    'cases',
    'cases',
    ['case,person,category,onset_on,reported_at,area', `west-case,west-index,confirmed,2022-04-11,2022-04-13 08:00,${west}`],
    [],
  );
  const evening = 'west-hall,2022-04-10 18:00,2022-04-10 20:00,interview';
  await bring(
    'stays',
    'stays',
    ['stay,person,place,start,end,source', `west-stay-1,west-index,${evening}`, `west-stay-2,${id},${evening}`],
    [],
  );
  await bring(
    'contacts',
    'contacts',
    ['病例,姓名,联系电话,住址,末次暴露,判定', `demo-case-207,${HERE.name},${PHONE},${HERE.address},2022-04-12 08:30,密接`],
    ['--as', 'database1'],
  );
  here = await signedIn(server, 'database1');
}, 240_000);
afterAll(async () => {
  folder.remove();
  await ask(ground, 'MATCH (a:Account) WHERE a.login IN $logins DETACH DELETE a', { logins: [...LOGINS] });
});

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
  const city = await visitor('database-above');
  const told = JSON.stringify((await city.ask(everythingOf('duplicates', '(first: 100)'))).data);
  for (const word of [THERE.id, THERE.name, THERE.birthOn, '东风路']) expect(told).toContain(word);
});

test('one key asks the area above, which has it first and as a task; the log says who asked, and who decided', async () => {
  const group = (await mine(here, HERE.name))!;
  const asked = 'mutation ($id: ID!) { askAreaAbove(personId: $id) { __typename } }';
  expect(await here.data(asked, { id: group.firstId })).toEqual({ askAreaAbove: { __typename: 'Done' } });
  expect(await here.data(asked, { id: group.firstId })).toEqual({ askAreaAbove: { __typename: 'Refused' } });
  expect((await mine(here, HERE.name))!.elsewhere!.askedAt).not.toBeNull();
  const west = await visitor('database-west');
  expect((await mine(west, THERE.name))!.elsewhere).toMatchObject({ records: 1 });

  const city = await visitor('database-above');
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
    'duplicate-not-same account-database-above',
    'ask-area-above account-database1',
  ]);
});
