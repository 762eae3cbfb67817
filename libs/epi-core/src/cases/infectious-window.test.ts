import { describe, expect, it } from 'vitest';
import { readProtocol, shippedProtocol } from '../protocols/shipped.js';
import { momentStart, parseMoment } from '../time/parse-instant.js';
import { formatInstant } from '../time/zone.js';
import { CASE_MOMENTS, type CaseFacts, type CaseMoment } from './case-facts.js';
import { infectiousWindow } from './infectious-window.js';

const TZ = 'Asia/Shanghai';
const at = (text: string): number => momentStart(parseMoment(text, TZ)!, TZ);
const asOf = at('2022-04-14 09:38');
const v8 = shippedProtocol('CN-COVID-V8')!;

function aCase(moments: Partial<Record<CaseMoment, string>>, rest: Partial<CaseFacts> = {}): CaseFacts {
  const read = Object.entries(moments).map(([name, text]) => [name, parseMoment(text, TZ)!]);
  return { id: 'c1', person: 'p1', category: 'confirmed', ...rest, moments: Object.fromEntries(read) };
}

function windows(facts: CaseFacts, protocol = v8): { from: string; to: string; provisional: boolean; open: boolean }[] {
  const answer = infectiousWindow(protocol, facts, { asOf, tz: TZ });
  if (answer.kind === 'no-window') return [];
  const words = (instant: number) => formatInstant(instant, TZ).slice(0, 16).replace('T', ' ');
  return answer.windows.map((w) => ({ from: words(w.start), to: words(w.end), provisional: w.provisional, open: w.open }));
}

const protocol = (infectious: unknown[], rest: object = {}) => {
  const read = readProtocol({ id: 'T', infectious, exposure: [], ...rest });
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.protocol;
};

describe('the infectious window', () => {
  const isolated = { onset: '2022-04-06', isolated: '2022-04-07 14:00' };

  it('vector 1: begins at 00:00 two days before the day of onset and ends at the minute of isolation', () => {
    expect(windows(aCase(isolated))).toEqual([{ from: '2022-04-04 00:00', to: '2022-04-07 14:00', provisional: false, open: false }]);
  });

  it('vector 2: begins four days before under the local variant', () => {
    expect(windows(aCase(isolated), shippedProtocol('CN-COVID-V8-4D')!)[0]).toMatchObject({ from: '2022-04-02 00:00' });
  });

  it('vector 3: a positive sample before the onset keeps the earlier start when the category changes', () => {
    const before = aCase({ firstPositiveSample: '2022-04-06 09:00', isolated: '2022-04-09' }, { category: 'asymptomatic' });
    const after = aCase({ firstPositiveSample: '2022-04-06 09:00', onset: '2022-04-08', isolated: '2022-04-09' });
    expect(windows(before)[0]).toMatchObject({ from: '2022-04-04 00:00' });
    expect(windows(after)).toMatchObject([{ from: '2022-04-04 00:00', to: '2022-04-10 00:00' }]);
  });

  it('truncates an anchor with an hour to its day when days are counted', () => {
    expect(windows(aCase({ onset: '2022-04-06 23:50' }))[0]).toMatchObject({ from: '2022-04-04 00:00' });
  });

  it('counts elapsed hours from the minute, and from 00:00 provisionally when only the day is known', () => {
    const elapsed = protocol([{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: -2, end: { offset: 1 } }], { dayCount: 'ELAPSED_24H' });
    expect(windows(aCase({ onset: '2022-04-06 10:00' }), elapsed)).toMatchObject([
      { from: '2022-04-04 10:00', to: '2022-04-07 10:00', provisional: false },
    ]);
    expect(windows(aCase({ onset: '2022-04-06' }), elapsed)).toMatchObject([
      { from: '2022-04-04 00:00', to: '2022-04-08 00:00', provisional: true },
    ]);
  });

  it('includes the whole last day of an end given in days', () => {
    const varicella = protocol([{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: -2, end: { offset: 5 } }]);
    expect(windows(aCase({ onset: '2022-03-06' }), varicella)).toMatchObject([{ from: '2022-03-04 00:00', to: '2022-03-12 00:00' }]);
  });

  it('ends with the day of an event of which only the date is known', () => {
    expect(windows(aCase({ onset: '2022-04-06', isolated: '2022-04-07' }))[0]).toMatchObject({ to: '2022-04-08 00:00' });
  });

  it('runs to the moment asked about while the case is not isolated', () => {
    expect(windows(aCase({ onset: '2022-04-06' }))[0]).toMatchObject({ to: '2022-04-14 09:38', open: true });
  });

  it('falls back to sample and report, provisionally', () => {
    expect(windows(aCase({ firstPositiveSample: '2022-04-06 09:00' }))[0]).toMatchObject({ from: '2022-04-04 00:00', provisional: true });
    expect(windows(aCase({ reported: '2022-04-08' }))[0]).toMatchObject({ from: '2022-04-06 00:00', provisional: true });
  });

  it('vector 18: an excluded case has none, and a case without any anchor is answered with the reason', () => {
    expect(windows(aCase(isolated, { category: 'excluded' }))).toEqual([]);
    expect(infectiousWindow(v8, aCase({}), { asOf, tz: TZ })).toMatchObject({ kind: 'no-window', reason: { en: expect.any(String) } });
  });

  it('is empty, not reversed, for a case isolated before it would begin', () => {
    const [window] = windows(aCase({ onset: '2022-04-06', isolated: '2022-04-01 12:00' }));
    expect(window).toMatchObject({ from: '2022-04-04 00:00', to: '2022-04-04 00:00' });
  });

  it('has no bounds under a protocol without windows', () => {
    expect(infectiousWindow(shippedProtocol('ANY-OVERLAP')!, aCase({}), { asOf, tz: TZ })).toMatchObject({
      windows: [{ unbounded: true, end: asOf }],
    });
  });

  it('stays open at death until the burial is known', () => {
    const ebola = protocol([{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: 0, end: { event: 'DEATH_BURIED' } }]);
    expect(windows(aCase({ onset: '2022-04-01', died: '2022-04-05' }), ebola)[0]).toMatchObject({ open: true });
    expect(windows(aCase({ onset: '2022-04-01', died: '2022-04-05', buried: '2022-04-06' }), ebola)[0]).toMatchObject({
      to: '2022-04-07 00:00',
      open: false,
    });
  });

  it('takes the wider window, provisionally, when the bacteriology is not known', () => {
    const tb = protocol([
      { caseKind: 'BACT_POS', anchors: ['DIAGNOSIS'], startOffset: -90 },
      { caseKind: 'BACT_NEG', anchors: ['DIAGNOSIS'], startOffset: -30 },
    ]);
    const from = (rest: Partial<CaseFacts>) => windows(aCase({ diagnosed: '2022-04-01' }, rest), tb)[0];
    expect(from({ bacteriology: 'negative' })).toMatchObject({ from: '2022-03-02 00:00', provisional: false });
    expect(from({ bacteriology: 'positive' })).toMatchObject({ from: '2022-01-01 00:00', provisional: false });
    expect(from({})).toMatchObject({ from: '2022-01-01 00:00', provisional: true });
  });

  it.each([
    ['TB-CN-SCHOOL', { diagnosed: '2022-04-01', treatmentStarted: '2022-04-03' }, 'positive', '2022-01-01 00:00', '2022-04-18 00:00'],
    // Ill before the three months: from the onset.
    [
      'TB-CN-SCHOOL',
      { diagnosed: '2022-04-01', onset: '2021-12-20', treatmentStarted: '2022-04-03' },
      'positive',
      '2021-12-20 00:00',
      '2022-04-18 00:00',
    ],
    [
      'TB-CN-SCHOOL',
      { diagnosed: '2022-04-01', onset: '2022-03-01', treatmentStarted: '2022-04-03' },
      'positive',
      '2022-01-01 00:00',
      '2022-04-18 00:00',
    ],
    ['TB-CN-SCHOOL', { diagnosed: '2022-04-01', treatmentStarted: '2022-04-03' }, 'negative', '2022-03-02 00:00', '2022-04-02 00:00'],
    ['MEASLES-CN', { rashOnset: '2022-04-05' }, undefined, '2022-04-01 00:00', '2022-04-10 00:00'],
    ['EBOLA', { onset: '2022-04-01', recovered: '2022-04-12' }, undefined, '2022-04-01 00:00', '2022-04-13 00:00'],
    ['PERTUSSIS', { catarrhalOnset: '2022-03-01', coughOnset: '2022-03-08' }, undefined, '2022-03-01 00:00', '2022-03-30 00:00'],
    [
      'PERTUSSIS',
      { catarrhalOnset: '2022-03-01', coughOnset: '2022-03-08', antibioticStarted: '2022-03-10 08:00' },
      undefined,
      '2022-03-01 00:00',
      '2022-03-15 08:00',
    ],
    ['MENINGO', { onset: '2022-04-08', antibioticStarted: '2022-04-09 15:00' }, undefined, '2022-04-01 00:00', '2022-04-10 15:00'],
    ['MPOX-WHO', { onset: '2022-04-01', lesionsHealed: '2022-04-12' }, undefined, '2022-04-01 00:00', '2022-04-13 00:00'],
    ['UK-COVID-2021', { onset: '2022-04-01' }, undefined, '2022-03-30 00:00', '2022-04-12 00:00'],
    ['ECDC-COVID-2020', { onset: '2022-04-01 10:00' }, undefined, '2022-03-30 10:00', '2022-04-11 10:00'],
  ] as const)('%s of %j (bacteriology %s): from %s to %s', (id, moments, bacteriology, from, to) => {
    expect(windows(aCase(moments, bacteriology ? { bacteriology } : {}), shippedProtocol(id)!)).toEqual([
      { from, to, provisional: false, open: false },
    ]);
  });

  it('reads every column of the cases file that an anchor may stand in', () => {
    expect(Object.values(CASE_MOMENTS)).toContain('first_positive_sample_at');
    expect(new Set(Object.values(CASE_MOMENTS)).size).toBe(Object.keys(CASE_MOMENTS).length);
  });
});
