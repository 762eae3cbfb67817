import type { Contact, ContactFilter } from '@tracewright/investigation';
import { withGraph } from '@tracewright/testkit';
import { beforeAll, expect, test } from 'vitest';

const MANY = 50_000;
const graph = withGraph('2022-04-14T09:00:00+08:00');
const filter = (more: Partial<ContactFilter> = {}): ContactFilter => ({
  homePath: '/d/',
  view: 'all',
  cls: null,
  caseId: null,
  areaPath: null,
  observation: null,
  text: null,
  sort: 'due',
  ...more,
});

beforeAll(async () => {
  await graph().empty();
  // Every seventh has no limit, and limits, names and areas repeat: a page must not end between equals and lose some of them.
  for (let from = 0; from < MANY; from += 5_000)
    await graph().driver.executeQuery(
      `UNWIND range(toInteger($from), toInteger($from) + 4999) AS i
     CREATE (:Person {id: 'p' + i, name: '人' + (i % 500), words: ['人' + (i % 500)], rev: 1, areaPath: '/d/'})
     CREATE (:Contact {id: 'c' + i, personId: 'p' + i, review: CASE i % 5 WHEN 0 THEN 'NEW' ELSE 'CHECKED' END, cls: CASE i % 2 WHEN 0 THEN 'CLOSE' ELSE 'SECOND' END,
       certainty: 'definite', caseIds: ['case' + (i % 40)], caseNos: [toString(i % 40)], homePath: '/d/', areaPath: '/d/s' + (i % 90) + '/', origin: 'OWN', placed: false,
       duplicate: false, rev: 1, identifiedAt: datetime('2022-04-13T00:00:00+08:00'), observation: 'BEING_PLACED',
       dueAt: CASE i % 7 WHEN 0 THEN null ELSE datetime('2022-04-14T00:00:00+08:00') + duration({minutes: i % 900}) END,
       last: datetime('2022-04-10T00:00:00+08:00') + duration({minutes: i % 300})})`,
      { from },
    );
});

test('pages give each of 50,000 once', async () => {
  const { desk } = graph();
  const seen: string[] = [];
  for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages += 1) {
    const from: string | null = after;
    const page: { rows: Contact[]; total: number; next: string | null } = await desk.work.read((tx) =>
      desk.contacts.page(tx, filter(), 10_000, from),
    );
    expect(page.total).toBe(MANY);
    seen.push(...page.rows.map((c) => c.id));
    after = page.next;
  }
  expect(seen).toHaveLength(MANY);
  expect(new Set(seen).size).toBe(MANY);
});

test('filters count what plain counting counts', async () => {
  const { desk } = graph();
  const all = Array.from({ length: MANY }, (_, i) => i);
  const total = async (more: Partial<ContactFilter>) => (await desk.work.read((tx) => desk.contacts.page(tx, filter(more), 1, null))).total;
  expect(await total({ view: 'new' })).toBe(all.filter((i) => i % 5 === 0).length);
  expect(await total({ cls: 'CLOSE', caseId: 'case3' })).toBe(all.filter((i) => i % 2 === 0 && i % 40 === 3).length);
  expect(await total({ text: '人7' })).toBe(all.filter((i) => String(i % 500).startsWith('7')).length);
});
