import type { AccountStore } from '../accounts/account-store.js';
import type { AreaStore } from '../areas/area-store.js';
import type { AuditLog } from '../audit/audit.js';
import type { CaseStore } from '../cases/case-store.js';
import type { ChainStore } from '../chains/chain-store.js';
import type { ContactStore } from '../contacts/contact-store.js';
import type { DeterminationStore } from '../determinations/determination-store.js';
import type { ExposureFinder } from '../determinations/exposure-finder.js';
import type { ProtocolStore } from '../determinations/protocol-store.js';
import type { DuplicateFinder, DuplicateStore } from '../duplicates/duplicate-store.js';
import type { ImportStore } from '../imports/import-store.js';
import type { LedgerStore } from '../ledger/ledger-store.js';
import type { PersonStore } from '../people/person-store.js';
import type { PlaceStore } from '../places/place-store.js';
import type { PushStore } from '../push/push-store.js';
import type { StayStore } from '../stays/stay-store.js';
import type { TransferStore } from '../transfer/transfer-store.js';
import type { Clock, Ids, UnitOfWork } from './unit-of-work.js';

/** Everything a use case may reach. Wired once, in `apps/api` and `apps/cli`. */
export abstract class Desk {
  abstract readonly work: UnitOfWork;
  abstract readonly clock: Clock;
  abstract readonly ids: Ids;
  abstract readonly audit: AuditLog;
  abstract readonly accounts: AccountStore;
  abstract readonly areas: AreaStore;
  abstract readonly places: PlaceStore;
  abstract readonly people: PersonStore;
  abstract readonly cases: CaseStore;
  abstract readonly stays: StayStore;
  abstract readonly determinations: DeterminationStore;
  abstract readonly exposures: ExposureFinder;
  abstract readonly contacts: ContactStore;
  abstract readonly duplicates: DuplicateStore;
  abstract readonly duplicateFinder: DuplicateFinder;
  abstract readonly pushes: PushStore;
  abstract readonly transfer: TransferStore;
  abstract readonly ledger: LedgerStore;
  abstract readonly chains: ChainStore;
  abstract readonly protocols: ProtocolStore;
  abstract readonly imports: ImportStore;
}
