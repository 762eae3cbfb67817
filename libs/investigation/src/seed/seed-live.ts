import { accountSchema } from '../accounts/account.schema.js';
import type { Account, Passwords } from '../accounts/account-store.js';
import { areaSchema } from '../areas/area.schema.js';
import type { Area } from '../areas/area-store.js';
import type { Desk } from '../platform/desk.js';
import { sound } from '../platform/flaw.js';
import { localOperator } from './seeding.js';

/** The root of the area tree until the deployment's own areas are imported under it. */
export const ROOT_AREA: Area = {
  id: 'root',
  name: '全部辖区',
  level: 'country',
  parentId: null,
  path: '/',
  outside: false,
  dutyHolder: null,
  phone: null,
  aliases: [],
};

/** A database without a demo begins with the root of its area tree; everything else is imported. */
export async function beginEmpty(desk: Desk): Promise<void> {
  await desk.work.write(localOperator('/', 'begin'), 'begin', async (tx) => {
    await desk.areas.save(tx, [sound(areaSchema, ROOT_AREA)]);
    await desk.areas.setHome(tx, ROOT_AREA.id);
    tx.touch(ROOT_AREA.id);
  });
}

/** Without an administrator nobody could let anybody in: makes one, with a one-time password that is shown once (ruling 32). Null: there is one. */
export async function firstAdministrator(desk: Desk, passwords: Passwords, password: string): Promise<Account | null> {
  if ((await desk.work.read((tx) => desk.accounts.all(tx))).some((a) => a.role === 'administrator')) return null;
  const passwordHash = await passwords.hash(password);
  return desk.work.write(localOperator('/', 'begin'), 'first-administrator', async (tx) => {
    const account: Account = {
      id: 'account-admin',
      login: 'admin',
      name: '管理员',
      role: 'administrator',
      areaId: ROOT_AREA.id,
      areaPath: ROOT_AREA.path,
      passwordHash,
      mustChange: true,
      lockedAt: null,
      expiresAt: null,
      siteId: null,
      vehicleId: null,
      demo: false,
      createdAt: tx.now,
    };
    await desk.accounts.save(tx, [sound(accountSchema, account)]);
    tx.touch(account.id);
    return account;
  });
}
