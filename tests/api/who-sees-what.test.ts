import { describe, expect, test } from 'vitest';
import { signedIn } from '../support/desk-visitor.js';
import { opened } from '../support/graph-questions.js';
import { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const server = sharedServer();
const ground = sharedGround();

/** The database behind the server, asked past it. */
async function behind<T>(work: (graph: Awaited<ReturnType<typeof opened>>) => Promise<T>): Promise<T> {
  const graph = await opened(ground);
  try {
    return await work(graph);
  } finally {
    await graph.driver.close();
  }
}
const cypher = (statement: string) => behind(({ driver }) => driver.executeQuery(statement));

const FIRST = '{ contacts(first: 1, filter: { view: "all" }) { nodes { id person { id name phones documents { no } masked } } } }';
interface First {
  contacts: {
    nodes: { id: string; person: { id: string; name: string; phones: string[]; documents: { no: string }[]; masked: boolean } }[];
  };
}

test('nobody who is not signed in sees anything', async () => {
  const { errors } = await new Visitor(server.url).ask(FIRST);
  expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('tracers see names in full only after stating a purpose', async () => {
  const silent = await signedIn(server, 'tracer1', null);
  const masked = (await silent.data<First>(FIRST)).contacts.nodes[0]!.person;
  expect(masked.name).toMatch(/^.\*\*$/);
  expect(masked.masked).toBe(true);
  const full = (await (await signedIn(server, 'tracer1')).data<First>(FIRST)).contacts.nodes[0]!.person;
  expect(full.name).not.toContain('*');
  expect(full.masked).toBe(false);
});

test.each([
  ['receiver1', '{ contacts(first: 1, filter: {}) { total } }'],
  ['crew1', '{ transferQueue { partyId } }'],
  ['site1', '{ cases { total } }'],
  ['tracer1', '{ audit { seq } }'],
  ['dispatcher1', '{ caseSheet(id: "demo-case-207") { completeness } }'],
])('%s is refused what the role does not open', async (login, query) => {
  const { errors } = await (await signedIn(server, login)).ask(query);
  expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('every read of a person is in the audit before it is answered, with who, role, purpose and subject; the chain is whole', async () => {
  const tracer = await signedIn(server, 'tracer2', '核对密接名单');
  const personId = (await tracer.data<First>(FIRST)).contacts.nodes[0]!.person.id;
  const admin = await signedIn(server, 'admin1');
  const { audit } = await admin.data<{ audit: { role: string; purpose: string; operation: string; subjects: string[] }[] }>(
    'query ($s: String) { audit(first: 5, subject: $s) { role purpose operation subjects } }',
    { s: personId },
  );
  expect(audit[0]).toMatchObject({ role: 'tracer', purpose: '核对密接名单', operation: 'contacts' });
  expect(audit[0]!.subjects).toContain(personId);
  const { entries, firstBreak } = await behind(({ desk }) => desk.audit.verify());
  expect(entries).toBeGreaterThan(100);
  expect(firstBreak).toBeNull();
});

test('a full number finds its person here; half of it finds nobody', async () => {
  const tracer = await signedIn(server, 'tracer1');
  const { person } = (await tracer.data<First>(FIRST)).contacts.nodes[0]!;
  const search = (text: string) =>
    tracer.data<{ search: { kind: string }[] }>('query ($t: String!) { search(text: $t) { kind title } }', { t: text });
  const phone = person.phones[0] ?? person.documents[0]!.no;
  expect((await search(phone)).search.length).toBeGreaterThan(0);
  expect((await search(phone.slice(0, 7))).search).toEqual([]);
});

describe('a lock', () => {
  test('ends every open sign-in of the account at once', async () => {
    const police = await signedIn(server, 'police1');
    expect((await police.data<{ me: { login: string } | null }>('{ me { login } }')).me?.login).toBe('police1');
    const admin = await signedIn(server, 'admin1');
    await admin.data('mutation { lockAccount(id: "account-police1") { __typename } }');
    expect((await police.data<{ me: unknown }>('{ me { login } }')).me).toBeNull();
    await admin.data('mutation { unlockAccount(id: "account-police1") { __typename } }');
  });
});

test('wrong passwords are slowed down', async () => {
  const visitor = new Visitor(server.url);
  const tries = [];
  for (let i = 0; i < 10; i++)
    tries.push(
      (await visitor.data<{ signIn: { code: string } }>('mutation { signIn(login: "nobody", password: "x") { ... on Problem { code } } }'))
        .signIn.code,
    );
  expect(tries.at(0)).toBe('wrong-login');
  expect(tries.at(-1)).toBe('too-many-tries');
});

test('a question that would cost too much is refused before it runs', async () => {
  const tracer = await signedIn(server, 'tracer1');
  const many = Array.from(
    { length: 300 },
    (_, i) => `a${i}: contacts(first: 1, filter: {}) { total nodes { id cls review push transfer areaName ownerName } }`,
  ).join('\n');
  expect((await tracer.ask(`{ ${many} }`)).errors[0]?.extensions?.code).toBe('TOO_COMPLEX');
});

test('a request that another page could forge is refused', async () => {
  const response = await fetch(`${server.url}/graphql?query=%7Bme%7Blogin%7D%7D`);
  expect(response.status).toBe(400);
});

test('an export carries purpose, user and time, and is formula-safe', async () => {
  const database = await signedIn(server, 'database1', '上报名单');
  const text = await (await database.fetch('/exports/contacts?format=csv&view=all', { headers: { 'accept-language': 'zh' } })).text();
  expect(text.split('\r\n')[0]).toContain('上报名单');
  expect(text).not.toMatch(/(^|,)[=+@]/m);
});

test('nobody is answered whose look cannot be written into the audit', async () => {
  const tracer = await signedIn(server, 'tracer1');
  // The place of the next entry is taken: writing it fails, as it would on a full disk.
  await cypher("MATCH (c:Counter {id: 'graph'}) CREATE (:AuditEntry {id: 'audit-' + (c.auditSeq + 1)})");
  const refused = await tracer.ask(FIRST);
  await cypher('MATCH (a:AuditEntry) WHERE a.seq IS NULL DELETE a');
  expect(refused.errors[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify(refused.data ?? {})).not.toMatch(/"(name|phones|no)":/);
  expect((await tracer.data<First>(FIRST)).contacts.nodes[0]!.person.name).not.toContain('*');
  expect((await behind(({ desk }) => desk.audit.verify())).firstBreak).toBeNull();
});

test('what the database says of a clash, which quotes a value, stands neither in the answer nor in the log', async () => {
  const sentinel = '990103198001010019';
  await cypher('CREATE CONSTRAINT clash FOR (s:Session) REQUIRE s.purpose IS UNIQUE').catch(async () => {
    await cypher('MATCH (s:Session) DETACH DELETE s');
    await cypher('CREATE CONSTRAINT clash FOR (s:Session) REQUIRE s.purpose IS UNIQUE');
  });
  await signedIn(server, 'tracer1', sentinel);
  const second = await signedIn(server, 'tracer2', null);
  const { data, errors } = await second.ask(`mutation { statePurpose(purpose: "${sentinel}") { __typename } }`);
  await cypher('DROP CONSTRAINT clash');
  expect(errors[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify([data, errors])).not.toContain(sentinel);
  expect(server.output()).toContain('statePurpose: Neo4jError Neo.ClientError.Schema.ConstraintValidationFailed');
  expect(server.output()).not.toContain(sentinel);
});

test('an upload without the custom header is refused', async () => {
  const database = await signedIn(server, 'database1');
  const upload = (headers: Record<string, string>) => {
    const body = new FormData();
    body.set('file', new Blob(['person,name\n1,访客']), '访客.csv');
    return database.fetch('/imports', { method: 'POST', body, headers });
  };
  expect((await upload({})).status).toBe(400);
  expect((await upload({ 'x-tracewright': '1' })).status).toBe(201);
});

test('the demo accounts are shown and let in on this machine only: not through a proxy', async () => {
  const { url, accounts } = server;
  const forwarded = { 'x-forwarded-for': '127.0.0.1' };
  const shown = async (headers: Record<string, string>) => (await fetch(`${url}/demo-accounts`, { headers })).json();
  expect(await shown({})).toHaveLength(accounts.length);
  expect(await shown(forwarded)).toEqual([]);
  const { login, password } = accounts[0]!;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tracewright': '1', ...forwarded },
    body: JSON.stringify({
      query: 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { ... on Problem { code } } }',
      variables: { login, password },
    }),
  });
  expect(await response.json()).toMatchObject({ data: { signIn: { code: 'demo-account-elsewhere' } } });
});
