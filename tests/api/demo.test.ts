import { gzipSync } from 'node:zlib';
import { demoAddresses, demoOutbreak } from '@tracewright/demo';
import { afterAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { ledgerOf, signedIn } from '../support/desk-visitor.js';
import { ask } from '../support/graph-questions.js';
import { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const folder = newFolder();
const server = sharedServer();
const ground = sharedGround();
afterAll(() => folder.remove());

test('the ledger of the demo closes, and every term of it is above zero', async () => {
  const { closed, figures } = await ledgerOf(await signedIn(server, 'database1'));
  expect(closed).toBe(true);
  expect(Object.entries(figures).filter(([, people]) => people === 0)).toEqual([]);
});

test('every street that was sent people has some it has not acknowledged', async () => {
  for (const { login } of server.accounts.filter(({ login }) => /^receiver\d/.test(login))) {
    const receiver = await signedIn(server, login);
    const { receiverList } = await receiver.data<{ receiverList: { items: { state: string }[] }[] }>(
      '{ receiverList { items { state } } }',
    );
    const states = receiverList.flatMap(({ items }) => items.map(({ state }) => state));
    expect(states.length === 0 || states.includes('SENT'), login).toBe(true);
  }
});

test('of the definite close and secondary contacts at least half are known by name only: nobody told of a stay of theirs', async () => {
  const [counts] = await ask(
    ground,
    `MATCH (c:Contact) WHERE c.cls IN ['CLOSE', 'SECOND'] AND c.certainty = 'definite' AND c.review <> 'EXCLUDED'
     WITH c, EXISTS { MATCH (s:Stay {personId: c.personId}) WHERE s.start IS NOT NULL } AS stays
     RETURN sum(CASE WHEN stays THEN 0 ELSE 1 END) AS named, count(c) AS people`,
  );
  const { named, people } = counts as { named: number; people: number };
  expect(people).toBeGreaterThan(200);
  expect(named / people).toBeGreaterThanOrEqual(0.5);
});

test('of 200 addresses in the database none is given a wrong area, four of five get a proposal, and none is confirmed by itself', async () => {
  const rows = demoAddresses.map(({ text }, i) => `demo-case-207,address-${i},寻址${i},${text},2022-04-13,CLOSE`);
  const file = folder.write('addresses.csv', `case,contact,name,address,last_exposure_at,class\n${rows.join('\n')}\n`);
  expect(await answerOf<Imported>(['import', file, '--kind', 'contacts'], { ground })).toMatchObject({
    rows: 200,
    rejected: 0,
  });
  const { contacts } = await (await signedIn(server, 'database1')).data<{
    contacts: { nodes: { areaId: string | null; person: { name: string; proposedAreaId: string | null } }[] };
  }>('{ contacts(first: 200, filter: { view: "all", text: "寻址" }) { nodes { areaId person { name proposedAreaId } } } }');
  const proposed = new Map(contacts.nodes.map(({ person }) => [Number(person.name.slice(2)), person.proposedAreaId]));
  expect(proposed.size).toBe(200);
  expect(contacts.nodes.filter(({ areaId }) => areaId !== null)).toEqual([]);
  const answers = demoAddresses.map((address, i) => ({ ...address, proposed: proposed.get(i) ?? null }));
  // A community that holds the compound is not wrong: the same desk acts.
  const right = (a: (typeof answers)[number]) => a.areaId !== null && (a.proposed === a.areaId || a.proposed === a.communityId);
  expect(answers.filter((a) => a.proposed !== null && !right(a)).map((a) => `${a.kind}: ${a.text} → ${a.proposed}`)).toEqual([]);
  const known = answers.filter((a) => a.areaId !== null);
  expect(known.filter(right).length / known.length).toBeGreaterThanOrEqual(0.8);
});

test('the text for a chat group says how many, until when and where to look, and nothing of anybody', async () => {
  const database = await signedIn(server, 'database1');
  const { pushBoard } = await database.data<{ pushBoard: { areaId: string | null; unacked: number; outside: boolean }[] }>(
    '{ pushBoard { areaId unacked outside } }',
  );
  const { areaId, unacked } = pushBoard.find((row) => row.areaId !== null && row.unacked > 0 && !row.outside)!;
  const { pushes } = await database.data<{ pushes: { dueAt: string; person: { name: string; phones: string[]; address: string } }[] }>(
    'query ($areaId: ID!) { pushes(areaId: $areaId, states: ["SENT"]) { dueAt person { name phones address } } }',
    { areaId },
  );
  expect(pushes).toHaveLength(unacked);
  const { pushNotice } = await database.data<{ pushNotice: { zh: string; en: string } }>(
    'query ($areaId: ID!) { pushNotice(areaId: $areaId) { zh en } }',
    { areaId },
  );
  const soonest = pushes.map(({ dueAt }) => dueAt).sort()[0]!;
  for (const text of [pushNotice.zh, pushNotice.en]) {
    expect(text).toContain(` ${unacked} `);
    expect(text).toContain(`${soonest.slice(5, 10)} ${soonest.slice(11, 16)}`);
    expect(text).toContain(server.url);
    for (const { person } of pushes)
      for (const secret of [person.name, person.address, ...person.phones].filter(Boolean)) expect(text).not.toContain(secret);
  }
});

test('outside one\u2019s area a full number answers only that somebody is known elsewhere', async () => {
  const admin = await signedIn(server, 'admin1', null);
  const { createAccount } = await admin.data<{ createAccount: { password: string } }>(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on AccountMade { password } } }',
    {
      input: { login: 'neighbour', name: '街道流调', role: 'tracer', areaId: demoOutbreak().areas.find((a) => a.level === 'street')!.area },
    },
  );
  const neighbour = new Visitor(server.url);
  const signIn = 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }';
  await neighbour.data(signIn, { login: 'neighbour', password: createAccount.password });
  await neighbour.data('mutation ($former: String!, $next: String!) { changePassword(former: $former, next: $next) { __typename } }', {
    former: createAccount.password,
    next: 'eine lange neue Losung 42',
  });
  await neighbour.data('mutation { statePurpose(purpose: "协查") { __typename } }');
  const [{ phone, name }] = (await ask(
    ground,
    'MATCH (p:Person)-[:REACHED_AT]->(f:Phone) MATCH (c:Contact {personId: p.id}) RETURN f.id AS phone, p.name AS name LIMIT 1',
  )) as [{ phone: string; name: string }];
  const hits = async (text: string) =>
    (
      await neighbour.data<{ search: { kind: string; id: string | null; title: string; detail: string }[] }>(
        'query ($text: String!) { search(text: $text) { kind id title detail } }',
        { text },
      )
    ).search;
  expect(await hits(phone)).toEqual([{ kind: 'elsewhere', id: null, title: '在其他辖区有记录', detail: '' }]);
  expect((await hits(name)).filter(({ kind }) => kind !== 'place')).toEqual([]);
  const { contacts } = await neighbour.data<{ contacts: { total: number } }>('{ contacts(first: 1, filter: { view: "all" }) { total } }');
  expect(contacts.total).toBe(0);
});

test('the first script is under 350 kB compressed, styles included', async () => {
  const page = await (await fetch(server.url)).text();
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThan(2);
  const sizes = await Promise.all(
    files.map(async (path) => gzipSync(Buffer.from(await (await fetch(server.url + path)).arrayBuffer())).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
});

test('a question with a variable left out is told so, and is no failure of the server', async () => {
  const tracer = await signedIn(server, 'tracer1');
  const { status, errors } = await tracer.ask('query ($id: ID!) { caseSheet(id: $id) { completeness } }');
  expect(status).toBe(400);
  expect(errors[0]!.message).toContain('$id');
});
