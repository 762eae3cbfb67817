import type { Role } from '@tracewright/epi-core';
import type { Passwords } from '../accounts/account-store.js';
import { rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Room, Vehicle } from '../transfer/transfer-store.js';

export interface SeedAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  readonly site: string | null;
  readonly vehicle: string | null;
}

/** Records in the words of the import contract, camel case, and what no file brings: accounts, vehicles, sites. */
export interface OutbreakRecords {
  readonly now: string;
  readonly homeArea: string;
  readonly freshCase: string;
  readonly areas: readonly object[];
  readonly places: readonly object[];
  readonly people: readonly object[];
  readonly cases: readonly { readonly case: string; readonly reportedAt: string }[];
  readonly stays: readonly object[];
  readonly evidence: readonly object[];
  readonly contacts: readonly object[];
  readonly received: readonly ReceivedRecord[];
  readonly accounts: readonly SeedAccount[];
  readonly vehicles: readonly {
    readonly vehicle: string;
    readonly plate: string;
    readonly kind: Vehicle['kind'];
    readonly seats: number;
    readonly ramp: boolean;
    readonly area: string;
  }[];
  readonly sites: readonly {
    readonly site: string;
    readonly name: string;
    readonly area: string;
    readonly accepts: readonly string[];
    readonly address: string;
    readonly rooms: readonly {
      readonly room: string;
      readonly no: string;
      readonly floor: number;
      readonly capacity: number;
      readonly kind: Room['kind'];
      readonly state: Room['state'];
    }[];
  }[];
}

export interface ReceivedRecord {
  readonly name: string;
  readonly docNo: string | null;
  readonly phone: string | null;
  readonly address: string;
  readonly area: string | null;
  readonly fromArea: string;
  readonly class: 'CLOSE' | 'SECOND';
  readonly lastExposureAt: string;
}

/** A clock that seeding may set: the demo's decisions lie in its past. */
export interface SettableClock {
  setTo(at: number): void;
}

export interface Seeding {
  readonly desk: Desk;
  readonly passwords: Passwords;
  readonly clock: SettableClock;
  readonly say: (text: string) => void;
}

/** Whoever can read the home's secret: administrator of everything, audited under this name (ruling 27). */
export const localOperator = (areaPath: string, purpose: string): Actor => ({
  accountId: 'local-operator',
  name: 'local-operator',
  role: 'administrator',
  areaPath,
  areaId: '',
  siteId: null,
  vehicleId: null,
  purpose,
});

/** Derives cases anew, each in a transaction of its own. */
export async function deriveAll(desk: Desk, operator: Actor, caseIds: readonly string[]): Promise<void> {
  for (const id of caseIds)
    await desk.work.write(operator, 'derive', async (tx) => {
      const one = (await desk.cases.byIds(tx, [id]))[0];
      if (one) await rederiveCase(desk, tx, one);
      tx.touch(id);
    });
}
