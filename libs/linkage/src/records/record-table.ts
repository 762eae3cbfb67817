import { wholeNumbers, widened } from '../columns.js';
import type { Comparison, Part } from '../comparison/comparison.js';
import { COMPARISONS } from '../comparison/kinds.js';
import type { Profile, ProfileField } from '../profile/profile.js';
import { DERIVED } from './derived-columns.js';

/** A record as text: column of the profile to what the cell says. */
export type Cells = Readonly<Record<string, string | null | undefined>>;

export interface TableField {
  readonly field: ProfileField;
  readonly comparison: Comparison;
  /** Where its parts begin among those of the table. */
  readonly at: number;
  /** Where its value begins in a record's row. */
  readonly column: number;
  readonly read: (cells: Cells) => string[];
}

export interface TablePart extends Part {
  /** `field`, or `field.part` of a field with several. */
  readonly fullName: string;
  readonly field: number;
  /** Within its field. */
  readonly within: number;
}

function reader(field: ProfileField, roles: readonly string[]): (cells: Cells) => string[] {
  const columns = roles.map((role) => {
    const [column, derived] = field.columns[role]?.split('#') ?? [];
    return { column, derive: derived === undefined ? null : DERIVED[derived]! };
  });
  return (cells) =>
    columns.map(({ column, derive }) => {
      const text = column === undefined ? '' : (cells[column] ?? '');
      return derive === null || text === '' ? text : derive(text);
    });
}

/** Rows of numbers that grow by records, one row after the other: what belongs to a record lies together in memory. */
class Rows {
  numbers: Int32Array<SharedArrayBuffer>;

  constructor(
    private readonly width: number,
    expected: number,
  ) {
    this.numbers = wholeNumbers(expected * width);
  }

  /** Where a record's row begins. */
  row(record: number): number {
    const start = record * this.width;
    const end = start + this.width;
    if (end > this.numbers.length) this.numbers = widened(this.numbers, Math.max(end, 2 * this.numbers.length));
    return start;
  }
}

/** Where a row holds what the whole record is as one number. */
const CONTENT = 0;

/** FNV-1a, 32 bits. */
function hashOf(texts: readonly string[], seed: number): number {
  let hash = seed;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return hash >>> 0;
}

/** Records under a profile: every different value cleaned once and numbered, a column of numbers for each field. Records are numbered from 0 on, in the order they came. */
export class RecordTable {
  readonly fields: readonly TableField[];
  readonly parts: readonly TablePart[];
  private readonly rows: Rows;
  /** Numbers of a row: what the record holds as one number, and the value of each field. */
  private readonly width: number;
  private count = 0;

  /** `columns`: those the records have; a field none of whose columns is there is left out. */
  constructor(
    readonly profile: Profile,
    columns: ReadonlySet<string>,
    /** Records that room is made for at once; more may come. */
    expected = 1_024,
  ) {
    const parts: TablePart[] = [];
    let width = CONTENT + 1;
    this.fields = profile.fields
      .filter((field) => Object.values(field.columns).some((column) => columns.has(column.split('#')[0]!)))
      .map((field, number) => {
        const kind = COMPARISONS[field.compare]!;
        const comparison = kind.make(field.options);
        const at = parts.length;
        for (const [within, part] of comparison.parts.entries()) {
          const fullName = comparison.parts.length === 1 ? field.name : `${field.name}.${part.name}`;
          parts.push({ ...part, fullName, field: number, within });
        }
        const column = width;
        width += comparison.width;
        return { field, comparison, at, column, read: reader(field, kind.roles) };
      });
    // Known from the beginning, so that each value's keys are made as it comes.
    for (const { keys, second } of profile.passes)
      for (const name of [...keys, ...second]) {
        const [field, key = ''] = name.split('.');
        this.fields.find((one) => one.field.name === field)?.comparison.key(key);
      }
    this.parts = parts;
    this.width = width;
    this.rows = new Rows(this.width, expected);
  }

  get size(): number {
    return this.count;
  }

  add(cells: Cells): number {
    const record = this.guest(cells);
    this.count++;
    return record;
  }

  /** A record that is only asked about: it has the number after the last, until the next one takes it. A second one beside it has the number after that. */
  guest(cells: Cells, beside = 0): number {
    const record = this.count + beside;
    const row = this.rows.row(record);
    const { numbers } = this.rows;
    let content = 0x811c9dc5;
    for (let f = 0; f < this.fields.length; f++) {
      const { comparison, column, read } = this.fields[f]!;
      const texts = read(cells);
      content = hashOf(texts, content);
      comparison.put(comparison.add(texts), numbers, row + column);
    }
    numbers[row + CONTENT] = content | 0;
    return record;
  }

  /** Number of a record's value in a field, -1 when nothing is known. */
  valueOf(field: number, record: number): number {
    return this.rows.numbers[record * this.width + this.fields[field]!.column]!;
  }

  /** The same for the same cells wherever they stand in a file: what is drawn by it does not depend on the order of the input. */
  contentOf(record: number): number {
    return this.rows.numbers[record * this.width + CONTENT]! >>> 0;
  }

  /** Writes the level of every part. */
  compare(a: number, b: number, levels: Uint8Array): void {
    const { numbers } = this.rows;
    const rowA = a * this.width;
    const rowB = b * this.width;
    for (let f = 0; f < this.fields.length; f++) {
      const { comparison, at, column } = this.fields[f]!;
      comparison.compare(numbers, rowA + column, rowB + column, levels, at);
    }
  }

  countedAs(part: number, record: number): number {
    const { field, within } = this.parts[part]!;
    return this.fields[field]!.comparison.countedAs(within, this.valueOf(field, record));
  }

  /** Where a part stands; -1 when the records do not have it. */
  partNamed(fullName: string): number {
    return this.parts.findIndex((part) => part.fullName === fullName);
  }

  shown(part: number, record: number): string {
    const { field, within } = this.parts[part]!;
    return this.fields[field]!.comparison.shown(within, this.valueOf(field, record));
  }
}
