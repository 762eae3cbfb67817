import { readPhone, readResidentId } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { generateContactList, truePairs } from './contact-list.js';
import { SLIPS } from './spoil.js';

const list = generateContactList({ records: 20_000, seed: 3 });
const careful = list.rows.filter((_, i) => list.slips[i]!.length === 0);
const share = (count: number, of: number): number => count / of;

describe('a generated contact list', () => {
  it('is the same for the same seed and another for another', () => {
    const again = generateContactList({ records: 300, seed: 3 });
    expect(generateContactList({ records: 300, seed: 3 })).toEqual(again);
    expect(generateContactList({ records: 300, seed: 4 }).rows).not.toEqual(again.rows);
  });

  it('holds as many rows as asked for, and people two and three times', () => {
    const times = new Map<number, number>();
    for (const person of list.truth) times.set(person, (times.get(person) ?? 0) + 1);
    expect(list.rows).toHaveLength(20_000);
    expect(Math.max(...times.values())).toBe(3);
    expect(share([...times.values()].filter((n) => n > 1).length, times.size)).toBeCloseTo(0.25, 1);
    expect(truePairs(list.truth)).toBe([...times.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
  });

  it('has documents, births and sexes that agree, and phones that can be dialled', () => {
    for (const { doc_no, birth_on, sex, phone } of careful.slice(0, 2_000)) {
      expect(readResidentId(doc_no)).toMatchObject({ kind: 'valid', birthOn: birth_on, sex: sex === '男' ? 'male' : 'female' });
      expect(readPhone(phone).kind).toBe('mobile');
    }
  });

  it('has surnames as often as people have them', () => {
    const named = (surname: string) => share(careful.filter(({ name }) => name.startsWith(surname)).length, careful.length);
    // Shares of the domain notes §7.1, of which the generator's list holds all but a seventh.
    expect(named('王')).toBeGreaterThan(0.06);
    expect(named('王')).toBeLessThan(0.095);
    expect(named('陈')).toBeGreaterThan(0.035);
    expect(named('王')).toBeGreaterThan(named('陈'));
  });

  it('has families on one phone, dormitories on that of the boss, and twins', () => {
    const phones = new Map<string, Set<number>>();
    for (const [i, { phone }] of list.rows.entries())
      if (phone !== '') phones.set(phone, (phones.get(phone) ?? new Set()).add(list.truth[i]!));
    const sharedBy = [...phones.values()].map((people) => people.size);
    expect(share(sharedBy.filter((n) => n > 1).length, sharedBy.length)).toBeGreaterThan(0.05);
    expect(Math.max(...sharedBy)).toBeGreaterThanOrEqual(8);
    const born = new Map<string, Set<number>>();
    for (const [i, { address, birth_on }] of list.rows.entries())
      if (address !== '' && birth_on !== '') born.set(address + birth_on, (born.get(address + birth_on) ?? new Set()).add(list.truth[i]!));
    expect([...born.values()].filter((people) => people.size > 1).length).toBeGreaterThan(20);
  });

  it('makes every kind of slip, none more often than its rate', () => {
    const spoiled = list.slips.filter((slips) => slips.length > 0).length;
    for (const [name, [rate]] of Object.entries(SLIPS)) {
      const seen = list.slips.filter((slips) => slips.includes(name)).length;
      expect(seen, name).toBeGreaterThan(0);
      expect(seen / spoiled, name).toBeLessThan(rate * 1.5 + 0.01);
    }
  });
});
