import { generateContactList } from '@tracewright/testkit';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { COMPARISONS } from './kinds.js';
import type { ValueTable } from './value-table.js';

/** Few characters, so that two values are near each other as often as they are not. */
const textOf = (characters: string, from: number, to: number) =>
  fc.array(fc.constantFrom(...characters), { minLength: from, maxLength: to }).map((some) => some.join(''));

const chineseName = fc.oneof(
  textOf('王己已林玲伟?', 2, 5),
  textOf('欧阳王伟芳', 2, 4),
  textOf('张章章丽莉', 2, 3),
  fc.constantFrom('小王', '王阿姨', '王某', 'Wang Wei', 'wei wang', 'Wong Siu Ming', '买买提·阿不都', '阿不都买买提'),
);
const day = fc.tuple(fc.integer({ min: 1987, max: 1992 }), fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 31 }));
const date = fc.oneof(
  day.map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  day.map(([y, m, d]) => `${m}/${d}/${y % 100}`),
  day.map(([y, m]) => `${y}-${m}`),
);
const phone = fc.oneof(
  textOf('12', 5, 5).chain((end) => fc.constantFrom('138121', '138122', '138211').map((start) => start + end)),
  textOf('12', 4, 4).map((end) => `021-5551${end}`),
  fc.tuple(textOf('12', 3, 3), textOf('12', 3, 3)).map(([x, y]) => `13812121${x}/13912121${y}`),
);
const address = fc
  .tuple(
    fc.constantFrom('', '石牌街道', '新港街道'),
    textOf('东湖新翠', 0, 3),
    fc.constantFrom('', '花园', '小区', '花园一期', '花园二期', '苑'),
    fc.constantFrom('', '3-2-501', '3-501', '5号楼', '3号楼2单元'),
  )
  .map((parts) => parts.join(''));
const sex = fc.constantFrom('male', 'female', 'other');
const list = generateContactList({ records: 400, seed: 9 }).rows;
const document = fc.constantFrom(...list.map(({ doc_no }) => doc_no));

describe('traits say of two values what comparing them in full says, or leave it to that', () => {
  it.each([
    ['chinese-name', chineseName, { told: 0.2 }],
    ['chinese-name', fc.constantFrom(...list.map(({ name }) => name)), { told: 0.9 }],
    ['date', date, { told: 0.05 }],
    ['date', fc.constantFrom(...list.map(({ birth_on }) => birth_on)), { told: 0.9 }],
    ['phone', phone, { told: 0.05 }],
    ['phone', fc.constantFrom(...list.map(({ phone: one }) => one)), { told: 0.9 }],
    ['chinese-address', address, { told: 0.02 }],
    ['chinese-address', fc.constantFrom(...list.map(({ address: one }) => one)), { told: 0.6 }],
    ['chinese-document', document, { told: 0.5 }],
    ['choice', sex, { told: 1 }],
  ] as const)('%s', (compare, cells, { told: least }) => {
    const table = COMPARISONS[compare]!.make({ country: 'CN' }) as ValueTable<unknown>;
    const inFull = vi.spyOn(table, 'inFull');
    const rows = new Int32Array(2 * table.width);
    const levels = new Uint8Array(1);
    const level = (one: number, other: number): number => {
      table.put(one, rows, 0);
      table.put(other, rows, table.width);
      table.compare(rows, 0, table.width, levels, 0);
      return levels[0]!;
    };
    let [told, asked] = [0, 0];
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [one, other] = [table.add([a]), table.add([b])];
        if (one < 0 || other < 0 || one === other) return;
        inFull.mockClear();
        const found = level(one, other);
        asked++;
        if (inFull.mock.calls.length > 0) return;
        told++;
        expect(found).toBe(table.inFull(one, other));
        expect(level(other, one)).toBe(found);
      }),
      { numRuns: 4_000, seed: 1 },
    );
    // They are there to spare that: where they told nothing, this would prove nothing.
    expect(told / asked).toBeGreaterThanOrEqual(least);
  });
});
