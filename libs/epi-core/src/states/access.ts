import { defineStates } from './states-table.js';

export const ROLES = defineStates({
  tracer: { zh: '流调', en: 'tracer' },
  database: { zh: '密接数据库', en: 'contact database' },
  receiver: { zh: '社区接收', en: 'receiver' },
  dispatcher: { zh: '转运调度', en: 'dispatcher' },
  crew: { zh: '转运车组', en: 'transfer crew' },
  site: { zh: '隔离点', en: 'isolation site' },
  police: { zh: '公安', en: 'police' },
  commander: { zh: '指挥', en: 'commander' },
  administrator: { zh: '管理员', en: 'administrator' },
});
export type Role = keyof typeof ROLES;

export type Sight = 'full' | 'masked' | 'absent';

export const PERSON_FIELDS = [
  'name',
  'sexAge',
  'document',
  'phone',
  'address',
  'area',
  'class',
  'exposure',
  'case',
  'needs',
  'state',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

const row = (...sights: Sight[]): Record<PersonField, Sight> =>
  Object.fromEntries(PERSON_FIELDS.map((field, i) => [field, sights[i]!])) as Record<PersonField, Sight>;

/**
 * The one table of who sees which part of a person, inside their own area and work (`domain.md` §10). Outside of it nobody sees
 * anything. Receivers and crew get what they need to find and ask for the person: no diagnosis, no case, no document number.
 */
export const SIGHT: Record<Role, Record<PersonField, Sight>> = {
  //                    name      sexAge    document  phone     address   area    class     exposure  case      needs     state
  tracer: row('full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full'),
  database: row('full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full', 'full'),
  // The phone opens by one logged tap: masked here, in full through the call that records it.
  receiver: row('full', 'full', 'absent', 'masked', 'full', 'full', 'full', 'absent', 'absent', 'full', 'full'),
  dispatcher: row('masked', 'full', 'absent', 'masked', 'full', 'full', 'full', 'absent', 'absent', 'full', 'full'),
  crew: row('full', 'full', 'absent', 'masked', 'full', 'full', 'absent', 'absent', 'absent', 'full', 'full'),
  site: row('full', 'full', 'full', 'masked', 'masked', 'full', 'full', 'absent', 'absent', 'full', 'full'),
  police: row('full', 'full', 'full', 'full', 'full', 'full', 'absent', 'absent', 'absent', 'absent', 'full'),
  commander: row('masked', 'full', 'absent', 'absent', 'masked', 'full', 'full', 'absent', 'full', 'absent', 'full'),
  administrator: row('masked', 'absent', 'masked', 'masked', 'masked', 'full', 'full', 'absent', 'absent', 'absent', 'full'),
};

/** Roles that see people in full must first say what for, once a shift. */
export const NEEDS_PURPOSE: ReadonlySet<Role> = new Set<Role>(['tracer', 'database', 'police']);

export const maskName = (name: string): string => (name === '' ? '' : `${[...name][0]}**`);
export const maskDocument = (no: string): string =>
  no.length < 8 ? '****' : `${no.slice(0, 4)}${'*'.repeat(no.length - 8)}${no.slice(-4)}`;
export const maskPhone = (phone: string): string => (phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`);
/** Down to the compound or road: from the first house, building or room number on, nothing is shown. */
export const maskAddress = (address: string): string => {
  const at = address.search(/[0-9０-９]/);
  return at < 0 ? address : `${address.slice(0, at)}…`;
};

/** The desks of the house. What a role may open; the workbench's rail and every answer ask the same table. */
export const DESKS = [
  'cases',
  'contacts',
  'duplicates',
  'pushes',
  'received',
  'transfer',
  'crew',
  'site',
  'ledger',
  'chains',
  'import',
  'export',
  'accounts',
  'protocols',
  'identity',
  'audit',
] as const;
export type DeskName = (typeof DESKS)[number];

const desks = (...names: DeskName[]): ReadonlySet<DeskName> => new Set(names);

export const READS: Record<Role, ReadonlySet<DeskName>> = {
  tracer: desks('cases', 'contacts', 'chains', 'ledger', 'protocols', 'import', 'export'),
  database: desks('cases', 'contacts', 'duplicates', 'pushes', 'ledger', 'chains', 'protocols', 'import', 'export'),
  receiver: desks('received'),
  dispatcher: desks('transfer'),
  crew: desks('crew'),
  site: desks('site'),
  police: desks('received'),
  commander: desks('cases', 'contacts', 'pushes', 'transfer', 'ledger', 'chains', 'protocols'),
  administrator: desks('import', 'export', 'accounts', 'protocols', 'identity', 'audit', 'ledger'),
};

export const mayOpen = (role: Role, desk: DeskName): boolean => READS[role].has(desk);
