import { shippedFile } from '@tracewright/epi-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { sharedServer } from '../support/with-server.js';

const server = sharedServer();
const administrator = () => signedIn(server, server.account('administrator').login, null);

interface Progress {
  readonly id: string;
  readonly state: string;
  readonly looked: number;
  readonly of: number;
  readonly affected: number;
  readonly people: number;
  readonly names: boolean;
}
const BITS =
  '{ __typename ... on ProtocolTry { id state looked of affected people names counts { addedClose removed } } ... on Problem { code } }';

async function triedBy(visitor: Visitor, source: object): Promise<Progress> {
  const { beginProtocolTry: begun } = await visitor.data<{ beginProtocolTry: Progress }>(
    `mutation ($source: ProtocolSourceInput!) { beginProtocolTry(source: $source) ${BITS} }`,
    { source },
  );
  for (;;) {
    const { protocolTry } = await visitor.data<{ protocolTry: Progress }>(`query ($id: ID!) { protocolTry(id: $id) ${BITS} }`, {
      id: begun.id,
    });
    if (protocolTry.state !== 'RUNNING') return protocolTry;
    expect(protocolTry.looked).toBeLessThanOrEqual(protocolTry.of);
    await new Promise((later) => setTimeout(later, 300));
  }
}

test('a tracer tries a protocol on every case of the area, reads who by pages, and nobody else does', async () => {
  const tracer = await signedIn(server, 'tracer1');
  const done = await triedBy(tracer, { id: 'CN-COVID-V8-4D' });
  expect(done).toMatchObject({ state: 'DONE', names: true, looked: done.of });
  expect(done.of).toBeGreaterThan(20);
  const people =
    'query ($id: ID!, $from: Int!) { triedPeople(id: $id, from: $from) { total rows { personId name } } triedCases(id: $id) { total rows { no } } }';
  interface Page {
    readonly triedPeople: { total: number; rows: { personId: string; name: string | null }[] };
    readonly triedCases: { total: number };
  }
  const page = await tracer.data<Page>(people, { id: done.id, from: 0 });
  expect(page.triedPeople.total).toBe(done.people);
  expect(page.triedPeople.rows.length).toBe(Math.min(50, done.people));
  expect(page.triedCases.total).toBeGreaterThanOrEqual(done.affected);
  const other = await signedIn(server, 'tracer2');
  expect(await other.data(people, { id: done.id, from: 0 })).toEqual({
    triedPeople: { total: 0, rows: [] },
    triedCases: { total: 0, rows: [] },
  });
  expect(await other.data(`query ($id: ID!) { protocolTry(id: $id) ${BITS} }`, { id: done.id })).toMatchObject({
    protocolTry: { code: 'try-not-found' },
  });
}, 240_000);

test('a new id is founded on purpose and only then is a protocol; its problems come with their fields', async () => {
  const admin = await administrator();
  const draft = (id: string, found: boolean) =>
    admin.data<{ draftProtocol: { __typename: string; fields?: { field: string; message: string }[]; version?: { id: string } } }>(
      'mutation ($text: String!, $found: Boolean) { draftProtocol(text: $text, found: $found) { __typename ... on ProtocolVersionSaved { version { id state } } ... on InvalidInput { fields { field message } } } }',
      { text: JSON.stringify({ ...shippedFile('WHO-COVID'), id, version: 'api-1' }), found },
    );
  for (const [id, found] of [
    ['API-COVID', false],
    ['api covid', true],
    ['WHO-COVID', true],
  ] as const)
    expect(await draft(id, found), id).toMatchObject({ draftProtocol: { __typename: 'InvalidInput', fields: [{ field: 'id' }] } });
  expect(await draft('API-COVID', true)).toMatchObject({ draftProtocol: { version: { id: 'API-COVID@api-1', state: 'DRAFT' } } });
  const tracer = await signedIn(server, 'tracer1');
  const { protocolChoices } = await tracer.data<{ protocolChoices: { id: string }[] }>('{ protocolChoices { id founded } }');
  expect(protocolChoices).toContainEqual({ id: 'CN-COVID-V8', founded: false });
  expect(protocolChoices.map(({ id }) => id)).not.toContain('API-COVID');
});
