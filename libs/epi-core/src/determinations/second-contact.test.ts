import { describe, expect, it } from 'vitest';
import { shippedProtocol } from '../protocols/shipped.js';
import { startOfDay } from '../time/zone.js';
import { managementDates } from './management-dates.js';
import { secondStanding, type TestResult } from './second-contact.js';

const v9 = shippedProtocol('CN-COVID-V9')!;
const rule = v9.secondDegree!;
const [pos, neg, out]: [TestResult, TestResult, TestResult] = ['positive', 'negative', null];
const standing = (own: TestResult[], close: TestResult[], change: object = {}) => secondStanding({ ...rule, ...change }, { own, close });
const released = (cls: string, on: string) => {
  const at = startOfDay(on, 'Asia/Shanghai');
  return managementDates(v9, cls, { first: at, last: at }, 'Asia/Shanghai')?.releaseOn;
};

describe('what tests make of a secondary contact, ninth edition', () => {
  it('vector 12: two negatives of the close contact and three own: released on day 7', () => {
    expect(standing([neg, neg, neg], [neg, neg])).toEqual({ kind: 'releasable' });
    expect(released('SECOND', '2022-08-01')).toBe('2022-08-08');
  });

  it('vector 12: the second test of the close contact positive: a close contact, with the dates of one', () => {
    expect(standing([neg, neg, neg], [neg, pos])).toEqual({ kind: 'promote' });
    expect(released('CLOSE', '2022-08-01')).toBe('2022-08-11');
  });

  it('a positive behind the first two promotes nobody; under an edition that does not count them it does', () => {
    expect(standing([neg, neg, neg], [neg, neg, pos])).toEqual({ kind: 'releasable' });
    expect(standing([neg], [neg, neg, pos], { promoteAmongFirst: undefined })).toEqual({ kind: 'promote' });
  });

  it('waits for results that are out, and says how many', () => {
    expect(standing([neg, out], [neg, out])).toEqual({ kind: 'wait', ownMissing: 2, closeMissing: 1 });
    expect(standing([], [])).toEqual({ kind: 'wait', ownMissing: 3, closeMissing: 2 });
  });

  it('a positive of their own comes before everything', () => {
    expect(standing([pos], [pos])).toEqual({ kind: 'own-positive' });
  });

  it('asks where the protocol has words only', () => {
    expect(standing([neg], [pos], { promoteIf: 'after assessment' })).toEqual({ kind: 'ask', condition: 'after assessment' });
    expect(standing([neg], [neg], { releaseAfter: undefined })).toEqual({ kind: 'ask', condition: rule.releaseIf });
  });
});
