import { type DeskName, mayOpen, type Role } from '@tracewright/epi-core';

/** Which of the server's counts stands beside an entry. */
export type CountKey =
  | 'cases'
  | 'contacts'
  | 'fresh'
  | 'toVerify'
  | 'toCheck'
  | 'changed'
  | 'unsent'
  | 'duplicates'
  | 'unacked'
  | 'waiting'
  | 'tasks'
  | 'toLocate'
  | 'overdue';

export interface RailEntry {
  readonly id: string;
  readonly path: string;
  readonly count?: CountKey;
}

const ENTRIES: readonly (RailEntry & { readonly desk?: DeskName; readonly roles?: readonly Role[] })[] = [
  { id: 'tasks', path: '/tasks', count: 'tasks' },
  { id: 'received', path: '/received', desk: 'received' },
  { id: 'crew', path: '/crew', desk: 'crew' },
  { id: 'site', path: '/site', desk: 'site' },
  { id: 'cases', path: '/cases', count: 'cases', desk: 'cases' },
  { id: 'contacts', path: '/contacts', count: 'contacts', desk: 'contacts' },
  { id: 'duplicates', path: '/duplicates', count: 'duplicates', desk: 'duplicates' },
  { id: 'locate', path: '/locate', count: 'toLocate', desk: 'contacts', roles: ['database'] },
  { id: 'push', path: '/push', count: 'unacked', desk: 'pushes' },
  { id: 'ledger', path: '/ledger', desk: 'ledger' },
  { id: 'transfer', path: '/transfer', count: 'waiting', desk: 'transfer' },
  { id: 'chains', path: '/chains', desk: 'chains' },
  { id: 'import', path: '/import', desk: 'import' },
  { id: 'accounts', path: '/accounts', desk: 'accounts' },
  { id: 'protocols', path: '/protocols', desk: 'protocols' },
  { id: 'identity', path: '/identity', desk: 'identity' },
  { id: 'audit', path: '/audit', desk: 'audit' },
];

/** The rail of a role: only what it uses, asked of the table that the server asks too. */
export function railOf(role: Role): RailEntry[] {
  return ENTRIES.filter((entry) => (!entry.desk || mayOpen(role, entry.desk)) && (!entry.roles || entry.roles.includes(role)));
}

/** A list that a role must empty: its view of the contacts, whose first one is the most urgent, or a desk of its own. */
export interface Queue {
  readonly count: CountKey;
  readonly path: string;
  readonly view?: string;
}

const ofContacts = (count: CountKey, view: string): Queue => ({ count, view, path: `/contacts?view=${view}` });
const QUEUES: Partial<Readonly<Record<Role, readonly Queue[]>>> = {
  tracer: [ofContacts('toVerify', 'to-verify'), ofContacts('fresh', 'new'), ofContacts('changed', 'changed')],
  database: [
    ofContacts('toCheck', 'to-check'),
    { count: 'toLocate', view: 'to-locate', path: '/locate' },
    ofContacts('unsent', 'unsent'),
    { count: 'unacked', path: '/push' },
    { count: 'duplicates', path: '/duplicates' },
  ],
  receiver: [{ count: 'unacked', path: '/received' }],
  dispatcher: [{ count: 'waiting', path: '/transfer' }],
};

/** What a role's lists still hold, beside its single tasks: possible contacts are the tracer's to verify before they count. */
export const queuesOf = (role: Role): readonly Queue[] => QUEUES[role] ?? [];

const HOMES: Readonly<Record<Role, string>> = {
  tracer: '/cases',
  database: '/contacts?view=to-check',
  receiver: '/received',
  dispatcher: '/transfer',
  crew: '/crew',
  site: '/site',
  police: '/received',
  commander: '/ledger',
  administrator: '/accounts',
};

/** A role's queue is its home, never a welcome page. */
export const homeOf = (role: Role): string => HOMES[role];

/** Roles that work with one hand on a phone: their page stands alone, without a rail. */
export const onPhone = (role: Role): boolean => role === 'crew' || role === 'receiver' || role === 'site' || role === 'police';
