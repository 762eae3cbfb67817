import { AccountsResolver } from './accounts/accounts.resolver.js';
import { DeploymentResolver } from './accounts/deployment.resolver.js';
import { AreasResolver } from './areas/areas.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { CasesResolver } from './cases/cases.resolver.js';
import { ChainsResolver } from './chains/chains.resolver.js';
import { ContactsResolver } from './contacts/contacts.resolver.js';
import { ProtocolTriesResolver } from './determinations/protocol-tries.resolver.js';
import { ProtocolsResolver } from './determinations/protocols.resolver.js';
import { DuplicatesResolver } from './duplicates/duplicates.resolver.js';
import { IdentityResolver } from './duplicates/identity.resolver.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { LedgerResolver } from './ledger/ledger.resolver.js';
import { PeopleResolver } from './people/people.resolver.js';
import { PlacesResolver } from './places/places.resolver.js';
import { ChangesResolver } from './platform/changes.resolver.js';
import { DayScalar, InstantScalar } from './platform/scalars.js';
import { PushResolver } from './push/push.resolver.js';
import { TypedTimeResolver } from './stays/typed-time.resolver.js';
import { TransferResolver } from './transfer/transfer.resolver.js';

/** Every noun's questions and steps. */
export const RESOLVERS = [
  AccountsResolver,
  AreasResolver,
  AuditResolver,
  CasesResolver,
  ChainsResolver,
  ChangesResolver,
  ContactsResolver,
  DeploymentResolver,
  DuplicatesResolver,
  IdentityResolver,
  ImportsResolver,
  LedgerResolver,
  PeopleResolver,
  PlacesResolver,
  ProtocolTriesResolver,
  ProtocolsResolver,
  PushResolver,
  TransferResolver,
  TypedTimeResolver,
] as const;

export const SCALARS = [DayScalar, InstantScalar] as const;
