import { accountSchema } from '../accounts/account.schema.js';
import type { Account } from '../accounts/account-store.js';
import { oneTimePassword } from '../accounts/keep-accounts.js';
import { sound } from '../platform/flaw.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { SeedAccount, Seeding } from './seeding.js';

/** Demo accounts: on loopback only (ruling 32), one password for all of this database, made at seeding and printed. */
export async function seedAccounts(
  { desk, passwords }: Seeding,
  operator: Actor,
  accounts: readonly SeedAccount[],
): Promise<{ login: string; password: string; role: string }[]> {
  const password = oneTimePassword();
  const passwordHash = await passwords.hash(password);
  await desk.work.write(operator, 'seed-accounts', async (tx) => {
    const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
    await desk.accounts.save(
      tx,
      accounts.map(
        (one): Account =>
          sound(accountSchema, {
            id: `account-${one.login}`,
            login: one.login,
            name: one.name,
            role: one.role,
            areaId: one.area,
            areaPath: areas.get(one.area)?.path ?? '/',
            passwordHash,
            mustChange: false,
            lockedAt: null,
            expiresAt: null,
            siteId: one.site,
            vehicleId: one.vehicle,
            demo: true,
            createdAt: tx.now,
          }),
      ),
    );
    tx.touch(...accounts.map((a) => `account-${a.login}`));
  });
  return accounts.map(({ login, role }) => ({ login, password, role }));
}
