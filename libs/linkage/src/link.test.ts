import { generateContactList, truePairs } from '@tracewright/testkit';
import { describe, expect, it } from 'vitest';
import { PersonIndex } from './incremental/person-index.js';
import { type Linked, link } from './link.js';
import { shippedProfile } from './profile/parse-profile.js';
import type { Profile } from './profile/profile.js';
import { measureBlocking } from './tuning/blocking-measure.js';

const CN = shippedProfile('CN-PERSON')!;
const BLOCKED: Profile = { ...CN, everyPairUpTo: 0 };
const list = generateContactList({ records: 4_000, seed: 4 });
const small = list.rows.slice(0, 450);

/** Pairs by the records' own text, whatever their numbers. */
const told = ({ pairs, table }: Linked, rows: readonly { doc_no: string }[]): string[] =>
  pairs
    .map(
      ({ a, b, weight, decision }) =>
        `${[a, b]
          .map((record) => `${table.contentOf(record)} ${rows[record]!.doc_no}`)
          .sort()
          .join(' – ')} ${weight.toFixed(6)} ${decision}`,
    )
    .sort();

describe('a generated list of 4,000 records', () => {
  const found = link({ profile: CN, records: list.rows });
  const right = ({ a, b }: { a: number; b: number }): boolean => list.truth[a] === list.truth[b];
  const matches = found.pairs.filter(({ decision }) => decision === 'match');

  it('merges nobody wrongly in 999 of 1,000 and hardly misses anybody', () => {
    expect(matches.filter(right).length / matches.length).toBeGreaterThanOrEqual(0.999);
    expect(found.pairs.filter(right).length / truePairs(list.truth)).toBeGreaterThanOrEqual(0.98);
    expect((1_000 * (found.pairs.length - matches.length)) / list.rows.length).toBeLessThan(30);
  });

  it('learns what it was not told: m and u as they are among its pairs', () => {
    const { model } = found;
    expect(model.learnt).toBe(true);
    const sex = model.parts.find(({ part }) => part === 'sex')!;
    expect(sex.u[0]).toBeCloseTo(0.5, 1);
    expect(sex.m[0]).toBeGreaterThan(0.97);
    expect(model.prior / (truePairs(list.truth) / ((4_000 * 3_999) / 2))).toBeGreaterThan(0.7);
    expect(model.prior / (truePairs(list.truth) / ((4_000 * 3_999) / 2))).toBeLessThan(1.4);
  });

  it('blocks all but a hundredth of the true pairs together and leaves out nearly all others', () => {
    const pairs = new Map<number, number[]>();
    for (const [record, person] of list.truth.entries()) pairs.set(person, [...(pairs.get(person) ?? []), record]);
    const truth = [...pairs.values()].flatMap((records) => records.flatMap((a, i) => records.slice(i + 1).map((b) => [a, b] as const)));
    const measure = measureBlocking(found.candidates, { count: 4_000, boundary: null }, truth);
    expect(measure.candidatePairs).toBe(found.candidatePairs);
    expect(measure.completeness).toBeGreaterThan(0.99);
    expect(measure.reduction).toBeGreaterThan(0.999);
    expect(measure.byPass.every(({ pairs: n, alone }) => n >= alone)).toBe(true);
  });

  it('clusters hold no two people that a veto keeps apart, and each record once', () => {
    const clusters = found.clusters();
    expect(clusters.reduce((sum, { members }) => sum + members.length, 0)).toBe(4_000);
    const apart = clusters.flatMap(({ members }) =>
      members.flatMap((a, i) => members.slice(i + 1).filter((b) => found.weigher.explain(a, b).veto !== null)),
    );
    expect(apart).toEqual([]);
    expect(clusters.filter(({ members }) => members.length > 1).every(({ weakest }) => weakest !== null)).toBe(true);
  });
});

describe('the order of the input', () => {
  it('does not matter: weights, decisions and clusters are the same', () => {
    const turned = [...small].reverse();
    for (const profile of [CN, BLOCKED]) {
      const [there, back] = [link({ profile, records: small }), link({ profile, records: turned })];
      expect(told(back, turned)).toEqual(told(there, small));
      const groups = (found: Linked) =>
        found
          .clusters()
          .map(({ members }) =>
            members
              .map((m) => found.table.contentOf(m))
              .sort()
              .join(),
          )
          .sort();
      expect(groups(back)).toEqual(groups(there));
    }
  });

  it('nor does it matter which of two files comes first', () => {
    const [one, other] = [small.slice(0, 200), small.slice(200)];
    const [there, back] = [link({ profile: CN, records: one, against: other }), link({ profile: CN, records: other, against: one })];
    expect(told(back, [...other, ...one])).toEqual(told(there, [...one, ...other]));
    expect(there.pairs.every(({ a, b }) => a < 200 && b >= 200)).toBe(true);
  });
});

it('blocked, a list gives no pair that comparing every pair does not give', () => {
  const model = link({ profile: CN, records: small }).model;
  const [every, blocked] = [link({ profile: CN, records: small, model }), link({ profile: BLOCKED, records: small, model })];
  const all = new Set(told(every, small));
  expect(told(blocked, small).filter((pair) => !all.has(pair))).toEqual([]);
  expect(blocked.pairs.length / every.pairs.length).toBeGreaterThan(0.97);
  expect(blocked.candidatePairs).toBeLessThan(every.candidatePairs / 100);
});

it('too few records teach nothing, and what is set by hand stays', () => {
  const found = link({ profile: CN, records: small.slice(0, 50), overrides: { sex: { same: { m: 0.7 } } } });
  expect(found.model.learnt).toBe(false);
  expect(found.model.parts.find(({ part }) => part === 'sex')!.m[0]).toBe(0.7);
  expect(link({ profile: CN, records: [] })).toMatchObject({ pairs: [], candidatePairs: 0 });
});

describe('an index of people', () => {
  const columns = Object.keys(small[0]!);

  it('brings the same people together as a list does, record by record', () => {
    const model = link({ profile: CN, records: small }).model;
    const batch = link({ profile: BLOCKED, records: small, model });
    const index = new PersonIndex({ profile: CN, columns, model });
    for (const row of small) index.add(row);
    const met = new Set<string>();
    small.forEach((row, record) => {
      for (const { record: other } of index.ask(row, 100)) if (other !== record) met.add([record, other].sort((x, y) => x - y).join());
    });
    expect([...met].sort()).toEqual(batch.pairs.map(({ a, b }) => `${a},${b}`).sort());
  });

  it('tells the top five alone, adds nobody by being asked, and explains', () => {
    const index = new PersonIndex({ profile: CN, columns });
    const row = small[0]!;
    for (let i = 0; i < 8; i++) index.add(row);
    expect(index.ask(row)).toHaveLength(5);
    expect(index.ask({ ...row, name: '', doc_no: '', birth_on: '', phone: '', address: '' })).toEqual([]);
    expect(index.size).toBe(8);
    const [first] = index.ask(row);
    expect(index.explain(first!.record, row).weight).toBe(first!.weight);
  });

  it('answers alike however many people were expected', () => {
    const { model } = link({ profile: CN, records: small });
    const weights = [0, 1, 100_000].map((expected) => {
      const index = new PersonIndex({ profile: CN, columns, model, expected });
      const weigh = index.tried({});
      const empty = weigh(small[0]!, small[1]!);
      for (const row of small.slice(0, 3)) index.add(row);
      return [empty, weigh(small[0]!, small[0]!), index.ask(small[2]!)];
    });
    expect(weights[0]).toEqual(weights[2]);
    expect(weights[1]).toEqual(weights[2]);
  });

  it('weighs a name by how many have it by now', () => {
    const index = new PersonIndex({ profile: CN, columns });
    index.add(small[0]!);
    for (let i = 0; i < 40; i++) index.add({ ...small[i + 1]!, name: '王芳' });
    const before = index.explain(0, small[0]!).fields.find(({ part }) => part === 'name')!.bits;
    for (let i = 0; i < 40; i++) index.add({ ...small[i + 41]!, name: small[0]!.name });
    expect(index.explain(0, small[0]!).fields.find(({ part }) => part === 'name')!.bits).toBeLessThan(before - 3);
  });

  it('finds nobody who was removed, however often they were, and weighs as if they had never come', () => {
    const index = new PersonIndex({ profile: CN, columns });
    const untouched = new PersonIndex({ profile: CN, columns });
    const [row, ...others] = small as [(typeof small)[number], ...typeof small];
    for (const other of others.slice(0, 40)) for (const one of [index, untouched]) one.add(other);
    for (let i = 0; i < 60; i++) {
      const former = index.add(row);
      index.remove(former);
      index.remove(former);
    }
    const [kept, plain] = [index.add(row), untouched.add(row)];
    expect(index.ask(row, 100).map(({ record }) => record)).toEqual([kept]);
    expect(index.explain(kept, row).weight).toBe(untouched.explain(plain, row).weight);
    index.remove(1_000_000);
    expect(index.ask(row)).toHaveLength(1);
  });
});
