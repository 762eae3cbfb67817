import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPerson, residentId } from '../people.fixture.js';
import { shippedProfile } from '../profile/parse-profile.js';
import { type Cells, RecordTable } from '../records/record-table.js';
import { frequenciesOf } from './frequencies.js';
import { flawOfWeights, type LevelWeights, startingModel, withWeights } from './model.js';
import { Weigher } from './weigher.js';

const CN = shippedProfile('CN-PERSON')!;
const LATIN = shippedProfile('LATIN-PERSON')!;

/** Others, so that what two records share is not what everybody has. */
const CROWD = Array.from({ length: 400 }, (_, i) =>
  aPerson({
    name: `陈${String.fromCharCode(0x4e00 + i)}`,
    phone: `139${10_000_000 + i * 137}`,
    address: `锦绣小区${1 + (i % 20)}-1-${101 + i}`,
  }),
);

function weigherOf(some: readonly Cells[], profile = CN, weights: LevelWeights = {}): Weigher {
  const records = profile === CN ? [...some, ...CROWD] : some;
  const table = new RecordTable(profile, new Set(records.flatMap((record) => Object.keys(record))));
  for (const record of records) table.add(record);
  const model = withWeights(startingModel(table, { count: 10_000, boundary: null }), weights);
  return new Weigher(table, profile, model, frequenciesOf(table));
}

const part = (weigher: Weigher, name: string) => weigher.explain(0, 1).fields.find((field) => field.part === name)!;

describe('a pair explains itself', () => {
  it('prior and counted bits add up to the weight, the weight to the probability', () => {
    const { prior, fields, weight, probability } = weigherOf([aPerson(), aPerson({ name: '欧阳小彤', phone: '13911112222' })]).explain(
      0,
      1,
    );
    expect(prior + fields.reduce((sum, { counted }) => sum + counted, 0)).toBeCloseTo(weight, 9);
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -weight), 12);
    expect(fields.map(({ part: name, level }) => [name, level])).toEqual([
      ['document', 'same'],
      ['name', 'sound'],
      ['birth', 'same'],
      ['sex', 'same'],
      ['phone', 'different'],
      ['address', 'room'],
    ]);
  });

  it('what is missing says nothing', () => {
    const weigher = weigherOf([aPerson(), aPerson({ phone: '', address: '不详' })]);
    expect([part(weigher, 'phone'), part(weigher, 'address')]).toMatchObject([
      { level: 'missing', bits: 0 },
      { level: 'missing', bits: 0 },
    ]);
  });
});

describe('what repeats itself counts once', () => {
  it('a document that agrees holds birth and sex: they give nothing more', () => {
    const weigher = weigherOf([aPerson(), aPerson()]);
    expect(part(weigher, 'document').counted).toBeGreaterThan(15);
    expect(part(weigher, 'birth')).toMatchObject({ counted: 0 });
    expect(part(weigher, 'sex')).toMatchObject({ counted: 0 });
    const without = weigherOf([aPerson({ doc_no: '' }), aPerson()]);
    expect(part(without, 'birth').counted).toBeGreaterThan(10);
  });

  it('phone and home together give no more than a household can', () => {
    const [phone, address] = ['phone', 'address'].map((name) => part(weigherOf([aPerson(), aPerson()]), name));
    const narrow = { ...CN, groups: [{ count: 'cap' as const, sides: [['phone', 'address']], bits: 9 }] };
    const [few, fewer] = ['phone', 'address'].map((name) => part(weigherOf([aPerson(), aPerson(), ...CROWD], narrow), name));
    expect(phone!.counted + address!.counted).toBeCloseTo(few!.bits + fewer!.bits, 9);
    expect(few!.bits + fewer!.bits).toBeGreaterThan(9);
    expect(few!.counted + fewer!.counted).toBeCloseTo(9, 9);
  });
});

describe('rare values say more', () => {
  const others = (name: string, phone: string) => Array.from({ length: 50 }, () => aPerson({ name, phone }));

  it('a name that many have, and a phone that many share, give fewer bits', () => {
    const rare = weigherOf([aPerson(), aPerson(), ...others('王芳', '13999990000')]);
    const common = weigherOf([
      aPerson({ name: '王芳', phone: '13999990000' }),
      aPerson({ name: '王芳', phone: '13999990000' }),
      ...others('王芳', '13999990000'),
    ]);
    for (const name of ['name', 'phone']) expect(part(rare, name).bits).toBeGreaterThan(part(common, name).bits + 2);
  });
});

describe('vetoes', () => {
  const decided = (a: Cells, b: Cells, profile = CN) => {
    const { decision, veto } = weigherOf([a, b], profile).explain(0, 1);
    return [decision, veto?.name ?? null];
  };
  const child = (sequence: string, name: string) =>
    aPerson({ name, birth_on: '2015-03-03', sex: '男', doc_no: residentId(`44010520150303${sequence}`), phone: '13800001234' });

  it.each<[string, Cells, Cells, string, string]>([
    ['two valid documents', aPerson(), aPerson({ doc_no: residentId('44010519840305364') }), 'review', 'two-documents'],
    ['twins with documents', child('213', '王子轩'), child('215', '王子豪'), 'no', 'twins'],
    ['twins without', aPerson({ name: '王子轩', doc_no: '' }), aPerson({ name: '王子豪', doc_no: '' }), 'review', 'perhaps-twins'],
    ['mother and child on one phone', aPerson({ doc_no: '' }), child('213', '王子轩'), 'no', 'household'],
    [
      "a parent's document used for a child",
      aPerson(),
      aPerson({ name: '王子轩', birth_on: '2015-03-03' }),
      'review',
      'one-document-two-names',
    ],
    ['one document, one name, two births', aPerson(), aPerson({ birth_on: '2011-07-20' }), 'review', 'one-document-two-births'],
  ])('%s', (_, a, b, decision, veto) => expect(decided(a, b)).toEqual([decision, veto]));

  it('in Latin letters: another number of identity, another generation', () => {
    const linda = {
      given: 'Linda',
      family: 'Nash',
      birth_on: '1951-06-02',
      identifier: '675-79-1449',
      suffix: 'Sr',
      street: '968 Gonzalez Mount',
      sex: 'F',
    };
    expect(decided(linda, linda, LATIN)).toEqual(['match', null]);
    expect(decided(linda, { ...linda, identifier: '675-79-1448' }, LATIN)).toEqual(['review', 'two-identifiers']);
    expect(decided(linda, { ...linda, suffix: 'Jr' }, LATIN)).toEqual(['review', 'generations']);
    expect(decided(linda, { ...linda, given: 'Margot', identifier: '111-22-3334' }, LATIN)).toEqual(['no', 'twins']);
  });
});

/** A few spellings a field, so that every level is met. */
const anyone: fc.Arbitrary<Cells> = fc.record({
  name: fc.constantFrom('王小明', '王晓明', '汪小明', '王大明', '小王', 'Wang Xiaoming', '李静', ''),
  sex: fc.constantFrom('男', '女', ''),
  birth_on: fc.constantFrom('1984-03-05', '1984-05-03', '1984-03-15', '1994-03-05', '2001-11-30', '1984-03', ''),
  doc_no: fc.constantFrom(residentId('44010519840305361'), '440105198403053611', residentId('44010520011130442'), 'E12345678', ''),
  phone: fc.constantFrom('13800001234', '13800001235', '13911112222', ''),
  address: fc.constantFrom('翠竹花园3-2-501', '翠竹花园3号楼2单元501室', '翠竹花园5-1-101', '锦绣小区1-1-101', ''),
});

describe('properties', () => {
  it('who is asked first does not matter', () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        const [there, back] = [weigherOf([a, b]).explain(0, 1), weigherOf([b, a]).explain(0, 1)];
        expect(back.weight).toBeCloseTo(there.weight, 9);
        expect(back.decision).toBe(there.decision);
        expect(back.veto?.name).toBe(there.veto?.name);
      }),
    );
  });

  it('nobody is more like a record than the record itself', () => {
    fc.assert(fc.property(anyone, anyone, (a, b) => weigherOf([a, a, b]).weigh(0, 1) >= weigherOf([a, a, b]).weigh(0, 2) - 1e-9));
  });

  it('a record with a name and a birth, a document or a phone matches itself', () => {
    fc.assert(
      fc.property(anyone, (a) => {
        fc.pre(a.name !== '' && a.name !== '小王' && a.birth_on !== '' && a.birth_on !== '1984-03' && a.phone !== '');
        const { veto, decision } = weigherOf([a, a]).explain(0, 1);
        // A record that contradicts itself is looked at: its document and its day of birth are two people's.
        expect(veto === null ? decision : 'match').toBe('match');
      }),
    );
  });

  it('more agreement never lowers the weight: a field that comes to agree, or is no longer against', () => {
    const fields = ['name', 'sex', 'birth_on', 'doc_no', 'phone', 'address'] as const;
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...fields), (a, b, field) => {
        const filler = aPerson({ name: '陈静', phone: '13000000000' });
        const weigh = (other: Cells) => weigherOf([a, other, b, filler]).weigh(0, 1);
        // The document also tells birth and sex where their own columns are empty.
        fc.pre(a[field] !== '' && (field !== 'doc_no' || (b.birth_on !== '' && b.sex !== '')));
        expect(weigh({ ...b, [field]: a[field] })).toBeGreaterThanOrEqual(weigh(b) - 1e-9);
      }),
      { numRuns: 400 },
    );
  });

  it('nor does it under any weights set by hand that are not refused', () => {
    const model = startingModel(new RecordTable(CN, new Set(Object.keys(CN.columns))), { count: 10_000, boundary: null });
    const bits = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 7, maxLength: 7 });
    const byHand = fc.array(fc.option(bits), { minLength: model.parts.length, maxLength: model.parts.length }).map((drawn) =>
      Object.fromEntries(
        model.parts.flatMap((one, i): [string, Record<string, number>][] => {
          const sorted = drawn[i]?.slice(0, one.levels.length).sort((x, y) => y - x);
          if (!sorted) return [];
          const [best, worst] = [Math.max(0, sorted[0]!), Math.min(0, sorted.at(-1)!)];
          const set = [best, ...sorted.slice(1, -1).map((one) => Math.min(best, Math.max(worst, one))), worst];
          return [[one.part, Object.fromEntries(one.levels.map((level, k) => [level, set[k]!]))]];
        }),
      ),
    );
    const fields = ['name', 'sex', 'birth_on', 'phone', 'address'] as const;
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...fields), byHand, (a, b, field, weights) => {
        fc.pre(a[field] !== '');
        expect(flawOfWeights(model, weights)).toBeNull();
        const filler = aPerson({ name: '陈静', phone: '13000000000' });
        const weigh = (other: Cells) => weigherOf([a, other, b, filler], CN, weights).weigh(0, 1);
        expect(weigh({ ...b, [field]: a[field] })).toBeGreaterThanOrEqual(weigh(b) - 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
