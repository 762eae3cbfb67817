import { ROLES, type Role } from '@tracewright/epi-core';
import { accountSchema } from '../../accounts/account.schema.js';
import type { Account } from '../../accounts/account-store.js';
import { flawOf } from '../../platform/flaw.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, missing, type RawRecord, reject, unknownRef, type Written } from '../raw-record.js';
import type { Slice } from '../record-writer.js';

const ROLE_WORDS: ReadonlyMap<string, Role> = new Map(Object.entries(ROLES).map(([role, words]) => [words.zh, role as Role]));

/** The role a word means; an unknown word stays as it is, for the schema to refuse. */
const roleOf = (word: string): Role => ROLE_WORDS.get(word) ?? (word as Role);

/**
 * Accounts of a list. Only an administrator imports them, within the own area. They come locked: the administrator gives each its
 * one-time password by a reset, so that no file ever holds one.
 */
export async function writeAccounts(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const known = new Map((await desk.accounts.all(tx)).map((a) => [a.login, a]));
  const fresh = new Map<string, Account>();
  const one = (record: RawRecord): Written => {
    if (tx.actor.role !== 'administrator')
      return reject('role', 'not-allowed', '只有管理员可以导入账号。', 'Only an administrator imports accounts.');
    const login = (record.login ?? '').trim().toLowerCase();
    if (login === '') return missing('login');
    const area = areas.get(idIn(source, record.area ?? '')) ?? areas.get(record.area ?? '');
    if (!area) return unknownRef('area', record.area ?? '');
    if (!isOwn(tx.actor, area.path)) return elsewhere('area', record.area!);
    const former = known.get(login) ?? fresh.get(login);
    if (former && !isOwn(tx.actor, former.areaPath)) return elsewhere('login', login);
    const values = {
      name: record.name || login,
      role: roleOf(record.role ?? ''),
      areaId: area.id,
      areaPath: area.path,
      siteId: record.site || null,
      vehicleId: record.vehicle || null,
    };
    if (former && (Object.keys(values) as (keyof typeof values)[]).every((k) => (former[k] ?? null) === values[k])) return 'unchanged';
    const value: Account = former
      ? { ...former, ...values }
      : {
          id: desk.ids.next('account'),
          login,
          ...values,
          passwordHash: '',
          mustChange: true,
          lockedAt: tx.now,
          expiresAt: null,
          demo: false,
          createdAt: tx.now,
        };
    const flaw = flawOf(accountSchema, value);
    if (flaw) return flaw;
    fresh.set(login, value);
    return former ? 'updated' : 'inserted';
  };
  const written = records.map(one);
  await desk.accounts.save(tx, [...fresh.values()]);
  tx.touch(...[...fresh.values()].map((a) => a.id));
  return written;
}
