import { closeSync, openSync, writeSync } from 'node:fs';
import { readResidentId } from '@tracewright/epi-core';
import {
  type Cells,
  compoundWithoutKind,
  doorOf,
  figures,
  lookOf,
  ROMANISED,
  readChineseAddress,
  readChineseDocument,
  readChineseName,
  readDate,
} from '@tracewright/linkage';

/** Characters of the longest generated name in Han characters. */
export const NAME_LENGTH = 8;
const PLACES = Array.from({ length: NAME_LENGTH }, (_, i) => i);

/** Cleaned columns, the same values that the engine compares, and their types in SQL. */
export const FEATURES: Readonly<Record<string, string>> = {
  id: 'INTEGER',
  dt: 'VARCHAR',
  dv: 'BOOLEAN',
  dr: 'BOOLEAN',
  nt: 'VARCHAR',
  nid: 'VARCHAR',
  nsound: 'VARCHAR',
  nturned: 'VARCHAR',
  neither: 'VARCHAR',
  nfuzzy: 'VARCHAR',
  nsurname: 'VARCHAR',
  ngiven: 'VARCHAR',
  nbehind: 'VARCHAR',
  nsorted: 'VARCHAR',
  nless: 'VARCHAR',
  nwords: 'VARCHAR',
  nfirst: 'VARCHAR',
  nheads: 'VARCHAR',
  ngivenfuzzy: 'VARCHAR',
  ncalled: 'BOOLEAN',
  nhan: 'BOOLEAN',
  nlen: 'INTEGER',
  ...Object.fromEntries(
    PLACES.flatMap((i) => [
      [`c${i}`, 'INTEGER'],
      [`l${i}`, 'INTEGER'],
    ]),
  ),
  bd: 'VARCHAR',
  byear: 'INTEGER',
  bm: 'INTEGER',
  bday: 'INTEGER',
  bdays: 'INTEGER',
  bimpossible: 'BOOLEAN',
  sx: 'VARCHAR',
  ph: 'VARCHAR',
  atown: 'VARCHAR',
  acompound: 'VARCHAR',
  abuilding: 'VARCHAR',
  aunit: 'VARCHAR',
  aroom: 'VARCHAR',
  abare: 'VARCHAR',
  afigures: 'VARCHAR',
  adoor: 'VARCHAR',
};

type Row = Record<string, string | number | boolean | null>;
const two = (n: number): string => String(n).padStart(2, '0');

function nameOf(cell: string): Row {
  const name = readChineseName([cell]);
  if (!name) return { nt: null };
  const { text, han, called, sound, turned, syllables } = name;
  const characters = [...text];
  const said = [syllables[0] ?? '', syllables.at(-1) ?? ''];
  return {
    nt: text,
    nid: called ? `${text}~` : han ? text : syllables.join(' '),
    nsound: sound,
    nturned: turned,
    neither: sound < turned ? sound : turned,
    nfuzzy: name.fuzzy || sound,
    nsurname: name.surname,
    ngiven: name.given,
    nbehind: name.given + name.surname,
    nsorted: [...text].sort().join(''),
    nless: `|${characters.map((_, i) => text.slice(0, i) + text.slice(i + 1)).join('|')}|`,
    nwords: name.words,
    nfirst: syllables[0] ?? '',
    nheads: han ? '' : `|${said.flatMap((word) => [word, ...(ROMANISED[word] ?? [])]).join('|')}|`,
    ngivenfuzzy: (han && !called && name.fuzzy.split(' ').slice(name.surname.length).join(' ')) || null,
    ncalled: called,
    nhan: han,
    nlen: text.length,
    ...Object.fromEntries(
      PLACES.flatMap((i) => [
        [`c${i}`, han ? (characters[i]?.codePointAt(0) ?? 0) : 0],
        [`l${i}`, han ? lookOf(characters[i] ?? '') : 0],
      ]),
    ),
  };
}

function birthOf(cell: string, document: string): Row {
  const resident = readResidentId(document);
  const date = readDate(cell) ?? (resident.kind === 'valid' ? readDate(resident.birthOn) : null);
  if (!date || date.day === null) return { bd: null };
  const { year, month, day, impossible } = date;
  return {
    bd: `${year}${two(month!)}${two(day)}`,
    byear: year,
    bm: month,
    bday: day,
    bdays: Math.round(Date.UTC(year!, month! - 1, day) / 86_400_000),
    bimpossible: impossible,
  };
}

function sexOf(cell: string, document: string): string | null {
  if (cell !== '') return cell === '男' ? 'male' : 'female';
  const resident = readResidentId(document);
  return resident.kind === 'valid' ? resident.sex : null;
}

function addressOf(cell: string): Row {
  const address = readChineseAddress([cell, '']);
  if (!address) return { acompound: null };
  const { town, compound, building, unit, room } = address;
  return {
    atown: town,
    acompound: compound,
    abuilding: building,
    aunit: unit,
    aroom: room,
    abare: compoundWithoutKind(compound),
    afigures: figures(compound),
    adoor: compound === '' ? town || null : doorOf(address),
  };
}

function featuresOf(id: number, cells: Cells): Row {
  const [document, phone] = [cells.doc_no ?? '', cells.phone ?? ''];
  const read = readChineseDocument([document]);
  return {
    id,
    dt: read?.text ?? null,
    dv: read?.valid ?? null,
    dr: read?.resident ?? null,
    ...nameOf(cells.name ?? ''),
    ...birthOf(cells.birth_on ?? '', document),
    sx: sexOf(cells.sex ?? '', document),
    ph: phone === '' ? null : phone,
    ...addressOf(cells.address ?? ''),
  };
}

const NULL = '\\N';
const quoted = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? NULL : typeof value === 'string' ? `"${value}"` : String(value);

/** Writes the cleaned columns for a rival to read. */
export function writeFeatures(path: string, rows: readonly Cells[]): void {
  const file = openSync(path, 'w');
  const names = Object.keys(FEATURES);
  let lines: string[] = [names.join()];
  for (const [id, cells] of rows.entries()) {
    const features = featuresOf(id, cells);
    lines.push(names.map((name) => quoted(features[name])).join());
    if (lines.length < 20_000) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}
