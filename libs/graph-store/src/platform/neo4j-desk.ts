import { type Announcer, type Clock, Desk, type Ids } from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { Neo4jAccountStore } from '../accounts/neo4j-account-store.js';
import { Neo4jAreaStore } from '../areas/neo4j-area-store.js';
import { Neo4jAuditLog } from '../audit/neo4j-audit-log.js';
import { Neo4jCaseStore } from '../cases/neo4j-case-store.js';
import { Neo4jChainStore } from '../chains/neo4j-chain-store.js';
import { Neo4jContactStore } from '../contacts/neo4j-contact-store.js';
import { Neo4jDeterminationStore } from '../determinations/neo4j-determination-store.js';
import { Neo4jProtocolStore } from '../determinations/neo4j-protocol-store.js';
import { EngineDuplicateFinder } from '../duplicates/engine-duplicate-finder.js';
import { Neo4jDuplicateStore } from '../duplicates/neo4j-duplicate-store.js';
import { IndexedExposureFinder } from '../exposures/indexed-exposure-finder.js';
import { Neo4jImportStore } from '../imports/neo4j-import-store.js';
import { Neo4jLedgerStore } from '../ledger/neo4j-ledger-store.js';
import { Neo4jPersonStore } from '../people/neo4j-person-store.js';
import { Neo4jPlaceStore } from '../places/neo4j-place-store.js';
import { Neo4jPushStore } from '../push/neo4j-push-store.js';
import { Neo4jStayStore } from '../stays/neo4j-stay-store.js';
import { Neo4jTransferStore } from '../transfer/neo4j-transfer-store.js';
import { Neo4jUnitOfWork } from './neo4j-unit-of-work.js';

/** Every port answered by one Neo4j. */
export class Neo4jDesk extends Desk {
  readonly work: Neo4jUnitOfWork;
  readonly audit: Neo4jAuditLog;
  readonly accounts: Neo4jAccountStore;
  readonly areas: Neo4jAreaStore;
  readonly places: Neo4jPlaceStore;
  readonly people: Neo4jPersonStore;
  readonly cases: Neo4jCaseStore;
  readonly stays: Neo4jStayStore;
  readonly determinations: Neo4jDeterminationStore;
  readonly exposures: IndexedExposureFinder;
  readonly contacts: Neo4jContactStore;
  readonly duplicates: Neo4jDuplicateStore;
  readonly duplicateFinder: EngineDuplicateFinder;
  readonly pushes: Neo4jPushStore;
  readonly transfer: Neo4jTransferStore;
  readonly ledger: Neo4jLedgerStore;
  readonly chains: Neo4jChainStore;
  readonly protocols: Neo4jProtocolStore;
  readonly imports: Neo4jImportStore;

  constructor(
    readonly driver: Driver,
    readonly clock: Clock,
    readonly ids: Ids,
    announcer: Announcer,
  ) {
    super();
    const { tz } = clock;
    this.work = new Neo4jUnitOfWork(driver, clock, announcer);
    this.audit = new Neo4jAuditLog(driver, clock);
    this.accounts = new Neo4jAccountStore(tz);
    this.areas = new Neo4jAreaStore(tz);
    this.places = new Neo4jPlaceStore(tz);
    this.people = new Neo4jPersonStore(tz);
    this.cases = new Neo4jCaseStore(tz);
    this.stays = new Neo4jStayStore(tz);
    this.determinations = new Neo4jDeterminationStore(tz, driver);
    this.exposures = new IndexedExposureFinder(tz, this.places, driver);
    this.contacts = new Neo4jContactStore(tz, ids);
    this.duplicates = new Neo4jDuplicateStore(tz);
    this.duplicateFinder = new EngineDuplicateFinder(tz, driver, this.duplicates);
    this.pushes = new Neo4jPushStore(tz);
    this.transfer = new Neo4jTransferStore(tz);
    this.ledger = new Neo4jLedgerStore(tz);
    this.chains = new Neo4jChainStore(tz);
    this.protocols = new Neo4jProtocolStore(tz);
    this.imports = new Neo4jImportStore(tz);
  }
}
