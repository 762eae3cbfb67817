import { describe, expect, it } from 'vitest';
import { type LedgerEntry, ledgerOf } from './ledger.js';
import type { LedgerTerm } from './states-observation.js';

const people = (n: number, entry: Omit<LedgerEntry, 'personId'>, from: number): LedgerEntry[] =>
  Array.from({ length: n }, (_, i) => ({ ...entry, personId: `p${from + i}` }));

/** Vector 22: identified 100 = own 70 + pushed 30; own 70 = 5+8+12+45; managed 75 = 70 + 5; placed 70 = 60+6+4; 60 = 40+8+10+2. */
function vector22(): LedgerEntry[] {
  const out = (level: LedgerEntry['outLevel'], n: number, from: number) =>
    people(n, { cls: 'CLOSE', origin: 'OWN', outLevel: level, placed: true, term: 'OUT' }, from);
  const here = (term: LedgerTerm, n: number, from: number, origin: LedgerEntry['origin']) =>
    people(n, { cls: 'CLOSE', origin, outLevel: null, placed: term !== 'BEING_PLACED', term }, from);
  return [
    ...out('PROVINCE', 5, 0),
    ...out('CITY', 8, 5),
    ...out('DISTRICT', 12, 13),
    ...here('CENTRAL', 40, 25, 'OWN'),
    ...here('BEING_PLACED', 5, 65, 'OWN'),
    ...here('AWAITING_TRANSFER', 8, 70, 'RECEIVED'),
    ...here('HOME', 10, 78, 'RECEIVED'),
    ...here('HOSPITAL', 2, 88, 'RECEIVED'),
    ...here('RELEASED', 6, 90, 'RECEIVED'),
    ...here('CONFIRMED', 4, 96, 'RECEIVED'),
  ];
}

describe('the closure ledger', () => {
  it('vector 22: balances on every line', () => {
    const ledger = ledgerOf(vector22());
    expect(ledger.closed).toBe(true);
    expect(ledger.counts).toMatchObject({
      identified: 100,
      own: 70,
      received: 30,
      ownHere: 45,
      managed: 75,
      placed: 70,
      observed: 60,
      central: 40,
    });
  });

  it('vector 22: with one outcome blank it does not close, and the person is named', () => {
    const entries = vector22().map((entry) => (entry.personId === 'p79' ? { ...entry, term: null } : entry));
    const ledger = ledgerOf(entries);
    expect(ledger.closed).toBe(false);
    expect(ledger.lines.find((line) => line.id === 'observed')).toMatchObject({ left: 60, right: 59, differing: ['p79'] });
  });

  it('balances for nobody at all', () => {
    expect(ledgerOf([]).closed).toBe(true);
  });
});
