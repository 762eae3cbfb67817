import type { ContactFilterInput } from '@tracewright/api-client';

export const CONTACT_VIEWS = ['all', 'new', 'to-verify', 'to-check', 'duplicates', 'unsent', 'changed', 'overdue', 'to-locate'] as const;
export type ContactView = (typeof CONTACT_VIEWS)[number];
export const CONTACT_SORTS = ['due', 'last', 'name', 'area'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export interface ContactQuery {
  readonly filter: ContactFilterInput;
  readonly sort: ContactSort;
}

const FIELDS = ['cls', 'caseId', 'areaId', 'observation', 'text'] as const;

const oneOf = <T extends string>(words: readonly T[], word: string | null, otherwise: T): T => words.find((w) => w === word) ?? otherwise;

/** The list's state is in the address, so a link opens the same view for a colleague. */
export function contactQueryOf(params: URLSearchParams): ContactQuery {
  const filter: ContactFilterInput = { view: oneOf(CONTACT_VIEWS, params.get('view'), 'all') };
  for (const field of FIELDS) {
    const value = params.get(field);
    if (value) filter[field] = value;
  }
  return { filter, sort: oneOf(CONTACT_SORTS, params.get('sort'), 'due') };
}

/** Changes some words of the address and drops those that become empty. */
export function withParams(params: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** The same filter for the export's address. */
export function exportAddress(query: ContactQuery, format: 'csv' | 'xlsx'): string {
  const params = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(query.filter)) if (value) params.set(key, String(value));
  return `/exports/contacts?${params}`;
}
