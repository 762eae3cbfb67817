import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { importedFile, keysOf, type NumberedFile } from './keys-of-rows.js';

/** A file with one letter a row; its rows are numbered from 2, below the headers. */
const file = (mark: string, letters: string): NumberedFile => ({
  mark,
  headers: 'h',
  rows: [...letters].map((print, i) => ({ print, key: `${mark}#${i + 2}`, kept: false })),
});
const known = (mark: string, letters: string) => {
  const one = file(mark, letters);
  return importedFile('local', one, keysOf(one, []));
};
const keys = (letters: string, ...earlier: readonly ReturnType<typeof known>[]) => keysOf(file('new', letters), earlier).join(' ');

describe('a row without an id of its own', () => {
  it.each([
    ['the same file', 'abcd', 'old#2 old#3 old#4 old#5'],
    ['one row mended', 'abXd', 'old#2 old#3 old#4 old#5'],
    ['the first and the last mended', 'XbcY', 'old#2 old#3 old#4 old#5'],
    ['a row taken out', 'abd', 'old#2 old#3 old#5'],
    ['a row put in', 'abNcd', 'old#2 old#3 new#4 old#4 old#5'],
    ['rows added below', 'abcdNM', 'old#2 old#3 old#4 old#5 new#6 new#7'],
    ['sorted anew', 'dbca', 'old#5 old#3 old#4 old#2'],
    ['one taken out and its neighbour changed: nobody can say which it was', 'aXd', 'old#2 new#3 old#5'],
  ])('keeps its key in %s', (_, letters, expected) => expect(keys(letters, known('old', 'abcd'))).toBe(expected));

  it('is new in another file, whatever its number', () => {
    expect(keys('wxyz', known('old', 'abcd'))).toBe('new#2 new#3 new#4 new#5');
    expect(keys('wxya', known('old', 'abcd'))).toBe('new#2 new#3 new#4 new#5');
  });

  it('is that of the file most of whose rows stand in this one, and of the first of its editions', () => {
    const first = known('f1', 'abcd');
    const second = importedFile('local', file('f2', 'abXd'), keysOf(file('f2', 'abXd'), [first]));
    expect(keys('abXdNM', first, second)).toBe('f1#2 f1#3 f1#4 f1#5 new#6 new#7');
  });

  it('keeps the key it came back with', () => {
    const refused: NumberedFile = { ...file('new', 'Xb'), rows: [{ print: 'X', key: 'old#4', kept: true }, file('new', 'Xb').rows[1]!] };
    expect(keysOf(refused, [known('old', 'abcd')])).toEqual(['old#4', 'old#3']);
  });

  test('no two rows of a file have the same key, and the same file has the same keys', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const old = known('old', before);
        const found = keysOf(file('new', after), [old]);
        expect(new Set(found).size).toBe(found.length);
        expect(keysOf(file('old', before), [old])).toEqual(old.rows.map(({ key }) => key));
        expect(keysOf(file('new', after), [old, importedFile('local', file('new', after), found)])).toEqual(found);
      }),
    );
  });
});
