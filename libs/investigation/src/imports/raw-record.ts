/** One record as a mapping left it: contract field names (`contracts.md`, Files) and the text of their cells, trimmed. */
export type RawRecord = Readonly<Record<string, string>>;

export const IMPORT_KINDS = ['areas', 'places', 'people', 'cases', 'stays', 'evidence', 'contacts', 'accounts'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a record could not be used, and what to do. */
export interface Rejection {
  readonly field: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type Written = 'inserted' | 'updated' | 'unchanged' | Rejection;

export const reject = (field: string, code: string, zh: string, en: string): Rejection => ({ field, code, zh, en });
export const isRejection = (written: Written): written is Rejection => typeof written !== 'string';
export const missing = (field: string): Rejection =>
  reject(field, 'missing', `缺少 ${field}，请补上。`, `${field} is missing: fill it in.`);
export const unknownRef = (field: string, value: string): Rejection =>
  reject(
    field,
    'reference-unknown',
    `${field} 指向的“${value}”不存在：先导入它，或允许自动新建。`,
    `${field} points at "${value}", which is not known: import it first, or allow creating what is missing.`,
  );

/**
 * Ids are unique within a source (ruling 20): a record's id in the graph carries its source. Records of the deployment itself (areas a
 * city keeps, the demo) have an empty source and bare ids, which every other source may refer to.
 */
export const idIn = (source: string, id: string): string => (source === '' ? id : `${source}:${id}`);

/** A number as written; what is none becomes NaN, for the noun's schema to refuse. */
export const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);

/** An object of values as the record a file would have given: snake case names, nothing for null, lists by semicolons. */
export function rawOf(values: object): RawRecord {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value === null || value === undefined ? '' : Array.isArray(value) ? value.join(';') : String(value),
    ]),
  );
}
