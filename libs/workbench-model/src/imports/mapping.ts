/** What the import page saves (rulings 19): several groups a row, constants, the row number as an id, value maps. */
export interface FieldMapping {
  readonly column?: string | number;
  readonly value?: string;
  readonly row?: true;
  readonly format?: string;
  readonly values?: Readonly<Record<string, string>>;
}
export interface GroupMapping {
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldMapping>>;
}
export interface ImportMapping {
  readonly source?: string;
  readonly kind?: string;
  readonly sheet?: string | null;
  readonly headerRow: number;
  readonly groups: readonly GroupMapping[];
}

export interface HeaderColumn {
  readonly column: string;
  readonly samples: readonly string[];
}
export interface UploadedSheet {
  /** Empty for a file without sheets. */
  readonly name: string;
  readonly headerRow: number;
  readonly headers: readonly HeaderColumn[];
  /** Field of the contract → the column it was recognised in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: number;
}

export const IMPORT_KINDS = ['areas', 'people', 'places', 'cases', 'stays', 'contacts', 'evidence', 'accounts'] as const;

/** Fields of each kind, as the files of the contract name them. */
export const IMPORT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  areas: ['area', 'name', 'level', 'parent', 'duty_holder', 'phone', 'aliases'],
  people: ['person', 'name', 'sex', 'birth_on', 'doc_type', 'doc_no', 'phone', 'address', 'area', 'current_address', 'current_area'],
  places: ['place', 'name', 'category', 'area', 'parent', 'lat', 'lng', 'enclosed', 'ventilation', 'air_zone'],
  cases: ['case', 'person', 'category', 'onset_on', 'first_positive_sample_at', 'reported_at', 'isolated_at'],
  stays: [
    'stay',
    'person',
    'place',
    'start',
    'end',
    'start_latest',
    'end_earliest',
    'source',
    'setting',
    'seat',
    'carriage',
    'protection',
    'companions',
  ],
  contacts: [
    'case',
    'contact',
    'from',
    'to',
    'date',
    'name',
    'doc_no',
    'phone',
    'address',
    'relation',
    'place',
    'first_exposure_at',
    'last_exposure_at',
    'via',
    'class',
  ],
  evidence: ['evidence', 'person', 'source', 'place', 'area', 'start', 'end', 'text', 'lat', 'lng'],
  accounts: ['login', 'name', 'role', 'area', 'site', 'vehicle', 'expires_at'],
};

/** The guesses of the server as a first mapping of one group. */
export function guessedMapping(kind: string, source: string, sheet: UploadedSheet): ImportMapping {
  const fields = Object.fromEntries(Object.entries(sheet.fields).map(([field, column]) => [field, { column }]));
  return { source, kind, sheet: sheet.name || null, headerRow: sheet.headerRow, groups: [{ kind, fields }] };
}

/** Gives a column's values to a field of a group, or to none. What the field had before is let go. */
export function mapColumn(mapping: ImportMapping, group: number, column: string, field: string | null): ImportMapping {
  const groups = mapping.groups.map((one, i) => {
    if (i !== group) return one;
    const fields = Object.fromEntries(Object.entries(one.fields).filter(([name, from]) => from.column !== column && name !== field));
    return { ...one, fields: field === null ? fields : { ...fields, [field]: { column } } };
  });
  return { ...mapping, groups };
}

export const fieldOfColumn = (group: GroupMapping, column: string): string | null =>
  Object.entries(group.fields).find(([, from]) => from.column === column)?.[0] ?? null;

/** Words of the file to words of the contract, a line each: `确诊 = confirmed`. Lines without both sides are left out. */
export function valuesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const [from, to] = line.split(/\s*(?:=|→|\t)\s*/);
      return from?.trim() && to?.trim() ? [[from.trim(), to.trim()]] : [];
    }),
  );
}

/** Gives a mapped field how its values are written: a value map, a date format. Empty ones are taken away. */
export function mapValues(
  mapping: ImportMapping,
  group: number,
  field: string,
  how: Pick<FieldMapping, 'values' | 'format'>,
): ImportMapping {
  const groups = mapping.groups.map((one, i) => {
    const from = one.fields[field];
    if (i !== group || !from) return one;
    const { values: _values, format: _format, ...rest } = from;
    const values = how.values && Object.keys(how.values).length > 0 ? { values: how.values } : {};
    return { ...one, fields: { ...one.fields, [field]: { ...rest, ...values, ...(how.format ? { format: how.format } : {}) } } };
  });
  return { ...mapping, groups };
}

/** A constant for a field that no column gives; an empty one is taken away. */
export function mapConstant(mapping: ImportMapping, group: number, field: string, value: string): ImportMapping {
  const groups = mapping.groups.map((one, i) => {
    if (i !== group) return one;
    const { [field]: _, ...rest } = one.fields;
    return { ...one, fields: value === '' ? rest : { ...rest, [field]: { value } } };
  });
  return { ...mapping, groups };
}
