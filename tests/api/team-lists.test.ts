import { demoTeamLists, teamListCsv } from '@tracewright/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { ledgerOf, signedIn } from '../support/desk-visitor.js';
import { ask } from '../support/graph-questions.js';
import type { Visitor } from '../support/visitor.js';
import { sharedGround, sharedServer } from '../support/with-server.js';

const server = sharedServer();
const ground = sharedGround();
const folder = newFolder();
const lists = demoTeamLists();
let database: Visitor;
beforeAll(async () => {
  database = await signedIn(server, 'database1');
});
afterAll(() => folder.remove());

/** Phones and documents tell in truth who somebody of the lists is. */
const truth = new Map<string, number>();
for (const { phone, docNo, who } of lists.flatMap(({ rows }) => rows).reverse()) {
  if (docNo) truth.set(docNo, who);
  if (phone && !truth.has(phone)) truth.set(phone, who);
}

interface Pair {
  id: string;
  likelihood: string;
  people: { id: string; name: string; documents: { no: string }[]; phones: string[] }[];
}
const queue = async (): Promise<Pair[]> =>
  (
    await database.data<{ duplicates: { pairs: Pair[] } }>(
      '{ duplicates(first: 100) { pairs { id likelihood people { id name documents { no } phones } } } }',
    )
  ).duplicates.pairs;
const whoIs = ({ documents, phones, name }: Pair['people'][number]): number | undefined => {
  // Twins, mother and child, namesakes: the document where there is one, else the phone.
  const known =
    documents.map(({ no }) => truth.get(no)).find((who) => who !== undefined) ??
    phones.map((p) => truth.get(p)).find((who) => who !== undefined);
  return known ?? lists.flatMap(({ rows }) => rows).find((row) => row.name === name)?.who;
};
const ofLists = (pair: Pair): boolean => pair.people.every((person) => person.phones.some((phone) => truth.has(phone)));

test('three lists of three teams: whoever is certainly known is attached, nobody wrongly, and every doubtful pair is in the queue', async () => {
  for (const [i, list] of lists.entries()) {
    const file = folder.write(`list-${i}.csv`, teamListCsv(list));
    const answer = await answerOf<Imported>(['import', file, '--kind', 'contacts', '--source', `team-${i}`, '--as', 'database1'], {
      ground,
    });
    expect(answer).toMatchObject({ rows: list.rows.length, rejected: 0 });
  }
  const rows = lists.flatMap(({ rows }) => rows);
  const people = new Set(rows.map(({ who }) => who)).size;
  const [{ n }] = (await ask(
    ground,
    "MATCH (p:Person)-[:REACHED_AT]->(f:Phone) WHERE f.id >= '15400006000' AND f.id <= '15400008999' AND p.mergedInto IS NULL RETURN count(DISTINCT p) AS n",
  )) as [{ n: number }];
  // Half of what was written anew leaves no doubt: those rows made nobody new.
  const anew = rows.length - people;
  expect(n).toBeGreaterThanOrEqual(people);
  expect(n).toBeLessThanOrEqual(people + anew / 2);
  const pairs = (await queue()).filter(ofLists);
  const same = pairs.filter(({ people: [a, b] }) => whoIs(a!) === whoIs(b!));
  expect(same.length).toBeGreaterThan(10);
  expect(same.length).toBe(n - people);
  expect((await ledgerOf(database)).closed).toBe(true);
});

test('a wrong merge is taken apart, and the log says who did what', async () => {
  const decide = (pairId: string, decision: string) =>
    database.data<{ decideDuplicate: { __typename: string; mergeId?: string } }>(
      'mutation ($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { __typename ... on DuplicateDecided { mergeId } } }',
      { input: { pairId, decision, seconds: 4 } },
    );
  const [pair] = (await queue()).filter(ofLists);
  const { mergeId } = (await decide(pair!.id, 'same')).decideDuplicate;
  const { undoMerge } = await database.data<{ undoMerge: { __typename: string } }>(
    'mutation ($id: ID!) { undoMerge(id: $id) { __typename } }',
    {
      id: mergeId,
    },
  );
  expect(undoMerge.__typename).toBe('MergeUndone');
  expect((await queue()).some(({ id }) => id === pair!.id)).toBe(true);
  const logged = await ask(
    ground,
    "MATCH (a:AuditEntry) WHERE a.operation IN ['duplicate-same', 'undo-merge'] RETURN a.operation AS operation, a.who AS who ORDER BY a.seq DESC LIMIT 2",
  );
  expect(logged.map(({ operation, who }) => `${operation} ${who}`)).toEqual([
    'undo-merge account-database1',
    'duplicate-same account-database1',
  ]);
  expect((await ledgerOf(database)).closed).toBe(true);
});
