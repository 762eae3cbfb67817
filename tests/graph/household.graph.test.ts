import { withGraph, write } from '@tracewright/testkit';
import type { Plan } from 'neo4j-driver';
import { beforeEach, expect, test } from 'vitest';
import { statements } from '../architecture/statements.js';

const graph = withGraph('2022-04-14T09:00:00+08:00');
beforeEach(async () => {
  const { desk } = graph();
  await graph().empty();
  await write(desk, 'areas', [
    { area: 'street', name: '街道甲', level: 'street' },
    { area: 'other-street', name: '街道乙', level: 'street' },
  ]);
  const [home, away] = ['1栋201', '9栋909'];
  await write(desk, 'people', [
    { person: 'mother', name: '母亲', address: home, area: 'street' },
    { person: 'flatmate', name: '同住人', address: home, area: 'street' },
    { person: 'child', name: '孩子', address: away, area: 'street', guardian: 'mother' },
    { person: 'neighbour', name: '邻居', address: '1栋202', area: 'street' },
    { person: 'elsewhere', name: '别处同址', address: home, area: 'other-street' },
    { person: 'homeless', name: '无址甲', area: 'street' },
    { person: 'homeless-too', name: '无址乙', area: 'street' },
  ]);
});

const householdOf = async (id: string) => {
  const { desk } = graph();
  return (await desk.work.read((tx) => desk.people.household(tx, id))).map((person) => person.id).sort();
};

test('who lives at the same address of the same area, and who is bound by a guardian, either way', async () => {
  expect(await householdOf('mother')).toEqual(['child', 'flatmate']);
  expect(await householdOf('child')).toEqual(['mother']);
  expect(await householdOf('flatmate')).toEqual(['mother']);
  expect(await householdOf('elsewhere')).toEqual([]);
  expect(await householdOf('homeless')).toEqual([]);
});

test('where somebody lives now counts, not the address in the register', async () => {
  await graph().driver.executeQuery("MATCH (p:Person {id: 'neighbour'}) SET p.currentAddress = '1栋201'");
  await graph().driver.executeQuery("MATCH (p:Person {id: 'flatmate'}) SET p.currentAddress = '5栋505'");
  expect(await householdOf('mother')).toEqual(['child', 'neighbour']);
  expect(await householdOf('neighbour')).toEqual(['mother']);
  expect(await householdOf('flatmate')).toEqual([]);
});

test('is found by indexes: a card that is opened does not walk everybody', async () => {
  const { cypher } = (await statements()).find(({ name }) => name === 'HOUSEHOLD_OF')!;
  const { summary } = await graph().driver.executeQuery(`EXPLAIN ${cypher}`, { personId: 'mother' });
  const operators = (plan: Plan): string[] => [plan.operatorType, ...plan.children.flatMap(operators)];
  expect(operators(summary.plan as Plan).filter((name) => /Scan/.test(name))).toEqual([]);
});
