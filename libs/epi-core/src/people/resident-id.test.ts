import { describe, expect, it } from 'vitest';
import { checkCharacter, lostDigits, readResidentId } from './resident-id.js';

const ID = '34052419800101001X';

describe('resident identity numbers', () => {
  it.each([
    ID,
    '34052419800101001x',
    '340524 19800101 001X',
    '３４０５２４１９８００１０１００１Ｘ',
    '34052419800101001×',
    '340524800101001',
  ])('vector 20: "%s" is one and the same person', (text) =>
    expect(readResidentId(text)).toMatchObject({ kind: 'valid', number: ID, birthOn: '1980-01-01', sex: 'male' }),
  );

  it('vector 20: says when it came from fifteen digits', () => {
    expect(readResidentId('340524800101001')).toMatchObject({ from15: true });
    expect(readResidentId(ID)).toMatchObject({ from15: false });
  });

  it('vector 21: twins of one day have two valid numbers', () => {
    const twin = (sequence: string) => `11010120150303${sequence}${checkCharacter(`11010120150303${sequence}`)}`;
    const [one, other] = [readResidentId(twin('204')), readResidentId(twin('206'))];
    expect([one.kind, other.kind]).toEqual(['valid', 'valid']);
    expect(one).not.toEqual(other);
  });

  it('knows a key that lost its digits from a passport', () => {
    expect(['1.10E+17', '1.1010120000101002E+17', '１.１E+17'].map(lostDigits)).toEqual([true, true, true]);
    expect(['1E23', 'E12345678', '110101200001010017', ''].map(lostDigits)).toEqual([false, false, false, false]);
  });

  it.each(['1.10E+17', '1.10101E+17', '1,10E+17', ' 3.40524E17 '])('names "%s" as spoiled by a spreadsheet', (text) => {
    expect(readResidentId(text).kind).toBe('spoiled');
  });

  it('names a number whose last digits a spreadsheet turned into zeros, unless the check character fits', () => {
    expect(readResidentId('340524198001010000').kind).toBe('spoiled');
  });

  it.each([
    ['340524198001010011', 'checkDigit'],
    [`34052419801301001${checkCharacter('34052419801301001')}`, 'birthDate'],
    ['3405241980010100', 'length'],
    ['34052419800101AB1X', 'characters'],
  ])('refuses %s and says why: %s', (text, reason) => {
    expect(readResidentId(text)).toMatchObject({ kind: 'invalid', reason });
  });

  it('takes the days that a calendar has, and no others', () => {
    for (const year of [1799, 1800, 1900, 2000, 2023, 2024])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(`${on}T00:00:00Z`);
          const real = year >= 1800 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on);
          const first17 = `340524${on.replaceAll('-', '')}001`;
          expect(readResidentId(first17 + checkCharacter(first17)).kind === 'valid', on).toBe(real);
        }
  });

  it('finds every change of one digit', () => {
    for (let place = 0; place < 17; place++) {
      const digit = String((Number(ID[place]) + 1) % 10);
      expect(readResidentId(ID.slice(0, place) + digit + ID.slice(place + 1)).kind).not.toBe('valid');
    }
  });

  it('reads nothing from nothing', () => {
    expect(readResidentId('  ')).toEqual({ kind: 'empty' });
  });

  it('keeps the numbers 996 to 999 for people born in the 1800s', () => {
    expect(readResidentId('110101990101996')).toMatchObject({ birthOn: '1899-01-01' });
  });
});
