import { describe, expect, it } from 'vitest';
import { parseProtocol } from './parse-protocol.js';
import { readProtocol, shippedProtocol, shippedProtocols } from './shipped.js';
import { unhandledFields } from './unhandled.js';

describe('shipped protocols', () => {
  it.each(shippedProtocols().filter((p) => p.id !== 'ANY-OVERLAP'))(
    '$id names its sources and what is unverified, and nobody verified it',
    (p) => {
      expect(p.sources.length).toBeGreaterThan(0);
      expect(p.unverified.length).toBeGreaterThan(0);
      expect(p.verifiedBy ?? null).toBeNull();
      expect(p.name).toBeDefined();
    },
  );

  it.each(shippedProtocols())('$id: every source of a rule stands in the list of sources, here or where it comes from', (protocol) => {
    const lines: string[] = [];
    for (let one: typeof protocol | undefined = protocol; one; one = one.basedOn ? shippedProtocol(one.basedOn) : undefined)
      lines.push(...one.sources);
    const listed = new Set(lines.flatMap((line) => line.match(/\b(S\d+[a-c]?|GK)\b/g) ?? []));
    const used = protocol.exposure.flatMap((rule) => rule.sources ?? []);
    expect(used.filter((source) => !listed.has(source))).toEqual([]);
  });

  it('only the screening list by phones needs what a derivation from stays is not given', () => {
    const refused = shippedProtocols().filter((p) => unhandledFields(p).length > 0);
    expect(refused.map((p) => p.id)).toEqual(['CN-ST-COMPANION']);
  });

  it('editions follow each other without a gap', () => {
    const span = (id: string) => [shippedProtocol(id)!.validFrom, shippedProtocol(id)!.validTo];
    expect(['CN-COVID-V8', 'CN-COVID-V9', 'CN-COVID-20T', 'CN-COVID-10T'].map(span)).toEqual([
      ['2021-05-14', '2022-06-28'],
      ['2022-06-28', '2022-11-11'],
      ['2022-11-11', '2022-12-07'],
      ['2022-12-07', '2023-01-08'],
    ]);
  });

  it('the twenty and the ten measures have no secondary contacts and keep the windows of the editions before', () => {
    for (const id of ['CN-COVID-20T', 'CN-COVID-10T']) {
      expect(shippedProtocol(id)).toMatchObject({ secondDegree: null, infectious: shippedProtocol('CN-COVID-V8')!.infectious });
    }
  });

  it('a variant inherits neither the verification nor the open points of its parent', () => {
    const parent = { id: 'P', infectious: [], exposure: [], verifiedBy: 'somebody', unverified: ['x'], sources: ['S1'] };
    const child = parseProtocol({ id: 'C', basedOn: 'P' }, (id) => (id === 'P' ? parent : undefined));
    expect(child).toMatchObject({ protocol: { unverified: [], sources: ['S1'] } });
    expect(child.kind === 'protocol' && child.protocol.verifiedBy).toBeUndefined();
  });

  it('an unknown field is refused by its name, not skipped', () => {
    const typo = readProtocol({ id: 'T', infectious: [], exposure: [{ id: 'R', cls: 'CLOSE', maxDistance: 2 }] });
    expect(typo).toMatchObject({ kind: 'refused', reason: expect.stringContaining('maxDistance') });
  });
});
