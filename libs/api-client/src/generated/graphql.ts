/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
/** Facts of a case to change; a field that is absent stays, null empties it. */
export type ChangeCaseInput = {
  /** Category. */
  category?: string | null | undefined;
  /** First positive sample. */
  firstPositiveSampleAt?: string | null | undefined;
  /** Hospital. */
  hospital?: string | null | undefined;
  /** The case. */
  id: string;
  /** local, imported or unknown. */
  importStatus?: string | null | undefined;
  /** Who infected; null: nobody known. */
  infectedById?: string | null | undefined;
  /** recorded or proposed. */
  infectedByState?: string | null | undefined;
  /** Isolated. */
  isolatedAt?: string | null | undefined;
  /** Day of onset. */
  onsetOn?: string | null | undefined;
  /** Account that owns it. */
  ownerId?: string | null | undefined;
  /** Protocol. */
  protocolId?: string | null | undefined;
  /** Reported. */
  reportedAt?: string | null | undefined;
  /** Revision the change was made on. */
  rev: number;
  /** Team. */
  team?: string | null | undefined;
};

/** Which contacts, by the same words as the list. */
export type ContactFilterInput = {
  /** Area subtree. */
  areaId?: string | null | undefined;
  /** Case. */
  caseId?: string | null | undefined;
  /** Class. */
  cls?: string | null | undefined;
  /** Where they stand. */
  observation?: string | null | undefined;
  /** Name, pinyin, full phone or document, case number. */
  text?: string | null | undefined;
  /** Tab. */
  view?: string | null | undefined;
};

/** A new account. */
export type CreateAccountInput = {
  /** Area. */
  areaId: string;
  /** No sign-in from then on. */
  expiresAt?: string | null | undefined;
  /** What is typed to sign in. */
  login: string;
  /** Name. */
  name: string;
  /** Role. */
  role: string;
  /** Site of a site account. */
  siteId?: string | null | undefined;
  /** Vehicle of a crew account. */
  vehicleId?: string | null | undefined;
};

/** A new case. */
export type CreateCaseInput = {
  /** Address. */
  address?: string | null | undefined;
  /** Area; absent: the account's. */
  areaId?: string | null | undefined;
  /** Day of birth. */
  birthOn?: string | null | undefined;
  /** Category. */
  category: string;
  /** Document number. */
  docNo?: string | null | undefined;
  /** Kind of document; absent: resident ID. */
  docType?: string | null | undefined;
  /** First positive sample. */
  firstPositiveSampleAt?: string | null | undefined;
  /** Hospital. */
  hospital?: string | null | undefined;
  /** Isolated. */
  isolatedAt?: string | null | undefined;
  /** Name of the person. */
  name: string;
  /** Day of onset. */
  onsetOn?: string | null | undefined;
  /** Phone. */
  phone?: string | null | undefined;
  /** Protocol; absent: the deployment's. */
  protocolId?: string | null | undefined;
  /** Reported; absent: now. */
  reportedAt?: string | null | undefined;
  /** male, female or unknown. */
  sex?: string | null | undefined;
  /** Team. */
  team?: string | null | undefined;
};

/** A new place. */
export type CreatePlaceInput = {
  /** Address. */
  address?: string | null | undefined;
  /** Area. */
  areaId?: string | null | undefined;
  /** Kind of place. */
  category: string;
  /** Name. */
  name: string;
  /** Place it is part of. */
  parentId?: string | null | undefined;
};

/** A decision on two records. */
export type DecideDuplicateInput = {
  /** same, not-same, later or household. */
  decision: string;
  /** Record that stays; absent: the one that was pushed, else the older. */
  keptId?: string | null | undefined;
  /** Why. */
  note?: string | null | undefined;
  /** The pair. */
  pairId: string;
  /** How long it was looked at. */
  seconds?: number | null | undefined;
};

/** A made-up case. */
export type ExampleCaseInput = {
  /** First positive sample. */
  firstPositiveSampleAt?: string | null | undefined;
  /** Isolated. */
  isolatedAt?: string | null | undefined;
  /** Day of onset; absent: without symptoms. */
  onsetOn?: string | null | undefined;
};

/** Bits of a level, set by hand. */
export type LevelWeightInput = {
  /** Bits for one person, below 0 against. */
  bits: number;
  /** How far two values agree. */
  level: string;
  /** document, name, birth, sex, phone or address. */
  part: string;
};

/** All records of a group are one person. */
export type MergeGroupInput = {
  /** Record that stays; absent: the one that was pushed, else the oldest. */
  keptId?: string | null | undefined;
  /** The pairs, all of which share one record. */
  pairIds: Array<string>;
  /** How long they were looked at. */
  seconds?: number | null | undefined;
};

/** People a case names. */
export type NamePeopleInput = {
  /** The case. */
  caseId: string;
  /** Class by hand. */
  cls?: string | null | undefined;
  /** The people. */
  people: Array<NamedInput>;
  /** Reason for it. */
  reason?: string | null | undefined;
  /** household, carer or other. */
  relation?: string | null | undefined;
  /** Under this stay. */
  stayId?: string | null | undefined;
  /** Named by this close contact. */
  viaPersonId?: string | null | undefined;
};

/** Somebody to name: any one of name, phone, document or description. */
export type NamedInput = {
  /** Address. */
  address?: string | null | undefined;
  /** Day of birth. */
  birthOn?: string | null | undefined;
  /** What is known of somebody without a name. */
  description?: string | null | undefined;
  /** Document number. */
  docNo?: string | null | undefined;
  /** Kind of document. */
  docType?: string | null | undefined;
  /** Name of the guardian among the people of this call, or known to the case. */
  guardianName?: string | null | undefined;
  /** Name. */
  name?: string | null | undefined;
  /** Phone. */
  phone?: string | null | undefined;
  /** Seat or table. */
  seat?: string | null | undefined;
  /** male, female or unknown. */
  sex?: string | null | undefined;
};

/** A protocol by its id, or the text of a file: one of the two. */
export type ProtocolSourceInput = {
  /** An installed protocol, or `protocol@version` written here. */
  id?: string | null | undefined;
  /** A protocol file as JSON text. */
  text?: string | null | undefined;
};

/** What is done with a version. */
export type ProtocolStep =
  /** Judge cases by it. */
  | 'ACTIVATE'
  /** Judge cases by the shipped one again. */
  | 'RETIRE'
  /** Take responsibility for it. */
  | 'VERIFY';

/** Contacts to push, chosen one by one or by filter. */
export type PushContactsInput = {
  /** These contacts. */
  contactIds?: Array<string> | null | undefined;
  /** Or all that match. */
  filter?: ContactFilterInput | null | undefined;
};

/** Somebody from outside, sent to us without a local case. */
export type ReceiveContactInput = {
  /** Address here. */
  address?: string | null | undefined;
  /** Class as told. */
  cls: string;
  /** Document number. */
  docNo?: string | null | undefined;
  /** Area that sent the letter. */
  fromAreaId: string;
  /** Last exposure as told. */
  lastExposureAt?: string | null | undefined;
  /** Name. */
  name: string;
  /** The letter's number or words. */
  note?: string | null | undefined;
  /** Phone. */
  phone?: string | null | undefined;
};

/** What was found at the door. */
export type RecordOutcomeInput = {
  /** Where to, when moved away. */
  movedToAreaId?: string | null | undefined;
  /** Special needs, replacing the known ones. */
  needs?: Array<string> | null | undefined;
  /** More; some outcomes need it. */
  note?: string | null | undefined;
  /** One of the outcomes. */
  outcome: string;
  /** The push. */
  pushId: string;
  /** When it was done, when that was before now. */
  tookPlaceAt?: string | null | undefined;
};

/** A step for contacts, chosen one by one or by filter. */
export type ReviewContactsInput = {
  /** Exclude as contact of this case only. */
  caseId?: string | null | undefined;
  /** These contacts. */
  contactIds?: Array<string> | null | undefined;
  /** Or all that match. */
  filter?: ContactFilterInput | null | undefined;
  /** Why. */
  reason?: string | null | undefined;
  /** accept, confirm, exclude, return, check or reopen. */
  step: string;
};

/** A trajectory edit of a case. */
export type SaveTrajectoryInput = {
  /** The case. */
  caseId: string;
  /** The rows. */
  edit: TrajectoryEdit;
  /** Revision the edit was made on. */
  rev: number;
};

/** One row of the trajectory grid. */
export type StayInput = {
  /** What was done. */
  activity?: string | null | undefined;
  /** Carriage. */
  carriage?: string | null | undefined;
  /** How many were there too. */
  companions?: number | null | undefined;
  /** Widest end, exclusive. */
  end: string;
  /** Surest end; absent: the end. */
  endEarliest?: string | null | undefined;
  /** Known stay; absent: a new one. */
  id?: string | null | undefined;
  /** Remark. */
  note?: string | null | undefined;
  /** Where. */
  placeId: string;
  /** effective, none or unknown. */
  protection?: string | null | undefined;
  /** Seat or table. */
  seat?: string | null | undefined;
  /** Setting, when it differs from the place's. */
  setting?: string | null | undefined;
  /** interview, register, ticket, ... */
  source?: string | null | undefined;
  /** Widest start. */
  start: string;
  /** Surest start; absent: the start. */
  startLatest?: string | null | undefined;
};

/** A step of a version. */
export type StepProtocolInput = {
  /** Which version, as `protocol@version`. */
  id: string;
  /** To activate: the version written here that is active now; absent: the shipped one. */
  insteadOf?: string | null | undefined;
  /** Revision that was looked at. */
  rev: number;
  /** Which step. */
  step: ProtocolStep;
};

/** Changed and removed rows of the trajectory grid. */
export type TrajectoryEdit = {
  /** Ids of removed stays. */
  removed: Array<string>;
  /** New and changed stays. */
  stays: Array<StayInput>;
};

export type AccountBitsFragment = { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } | null, deployment: { demo: boolean, now: string, tz: string, homeAreaId: string | null, homeAreaName: string | null, version: string } };

export type CountsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountsQuery = { counts: { cases: number, contacts: number, fresh: number, toVerify: number, toCheck: number, duplicates: number, unsent: number, toLocate: number, changed: number, unacked: number, waiting: number, overdue: number, tasks: number, notices: number } };

export type AreasQueryVariables = Exact<{ [key: string]: never; }>;


export type AreasQuery = { areas: Array<{ id: string, name: string, level: string, parentId: string | null, path: string, outside: boolean }> };

export type SearchQueryVariables = Exact<{
  text: string;
}>;


export type SearchQuery = { search: Array<{ kind: string, id: string | null, title: string, detail: string }> };

export type SignInMutationVariables = Exact<{
  login: string;
  password: string;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'SignedIn', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type StatePurposeMutationVariables = Exact<{
  purpose: string;
}>;


export type StatePurposeMutation = { statePurpose:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ChangePasswordMutationVariables = Exact<{
  former: string;
  next: string;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { accounts: Array<{ id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null }>, vehicles: Array<{ id: string, plate: string }>, sites: Array<{ id: string, name: string }> };

type AccountOutcomeBits_AccountChanged_Fragment = { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } };

type AccountOutcomeBits_AccountMade_Fragment = { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } };

type AccountOutcomeBits_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> };

type AccountOutcomeBits_NotAllowed_Fragment = { __typename: 'NotAllowed', code: string, message: string };

type AccountOutcomeBits_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string };

type AccountOutcomeBits_Refused_Fragment = { __typename: 'Refused', code: string, message: string };

export type AccountOutcomeBitsFragment =
  | AccountOutcomeBits_AccountChanged_Fragment
  | AccountOutcomeBits_AccountMade_Fragment
  | AccountOutcomeBits_InvalidInput_Fragment
  | AccountOutcomeBits_NotAllowed_Fragment
  | AccountOutcomeBits_NotFound_Fragment
  | AccountOutcomeBits_Refused_Fragment
;

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { createAccount:
    | { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type LockAccountMutationVariables = Exact<{
  id: string;
}>;


export type LockAccountMutation = { lockAccount:
    | { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type UnlockAccountMutationVariables = Exact<{
  id: string;
}>;


export type UnlockAccountMutation = { unlockAccount:
    | { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ExpireAccountMutationVariables = Exact<{
  id: string;
  at?: string | null | undefined;
}>;


export type ExpireAccountMutation = { expireAccount:
    | { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ResetPasswordMutationVariables = Exact<{
  id: string;
}>;


export type ResetPasswordMutation = { resetPassword:
    | { __typename: 'AccountChanged', account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'AccountMade', password: string, account: { id: string, name: string, login: string, role: string, areaId: string, areaName: string, areaPath: string, mustChange: boolean, needsPurpose: boolean, purpose: string | null, siteId: string | null, vehicleId: string | null, lockedAt: string | null, expiresAt: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type AuditQueryVariables = Exact<{
  first: number;
  before?: number | null | undefined;
  who?: string | null | undefined;
  subject?: string | null | undefined;
}>;


export type AuditQuery = { audit: Array<{ seq: number, at: string, who: string, role: string, purpose: string | null, operation: string, subjects: Array<string>, count: number }> };

export type ChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ChangedSubscription = { changed: { topic: string, id: string | null, rev: number } };

export type CaseBitsFragment = { id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } };

export type StayBitsFragment = { id: string, placeId: string, placeName: string, category: string, areaName: string | null, start: string, end: string, startLatest: string, endEarliest: string, setting: string | null, seat: string | null, carriage: string | null, protection: string, source: string, ceiling: string, companions: number | null, activity: string | null, note: string | null, sources: Array<string>, contactsDefinite: number, contactsPossible: number };

export type PreviewBitsFragment = { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number, tookMs: number, changes: Array<{ personId: string, name: string | null, cls: string | null, was: string | null, certainty: string, kind: string }>, leftOut: { zh: string, en: string } | null };

export type CasesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  category?: string | null | undefined;
}>;


export type CasesQuery = { cases: { total: number, next: string | null, nodes: Array<{ id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } };

export type CaseSheetQueryVariables = Exact<{
  id: string;
}>;


export type CaseSheetQuery = { caseSheet: { completeness: number, case: { id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }, windows: Array<{ start: string, end: string, provisional: boolean, open: boolean, anchors: { zh: string, en: string } }>, noWindow: { zh: string, en: string } | null, stays: Array<{ id: string, placeId: string, placeName: string, category: string, areaName: string | null, start: string, end: string, startLatest: string, endEarliest: string, setting: string | null, seat: string | null, carriage: string | null, protection: string, source: string, ceiling: string, companions: number | null, activity: string | null, note: string | null, sources: Array<string>, contactsDefinite: number, contactsPossible: number }>, evidence: Array<{ id: string, source: string, placeId: string | null, placeName: string | null, areaName: string | null, start: string, end: string | null, text: string | null, stayId: string | null }>, questions: Array<{ key: string, kind: string, at: string | null, until: string | null, stayId: string | null, text: { zh: string, en: string }, hint: { zh: string, en: string }, answered: { reason: string, by: string, at: string } | null }>, namings: Array<{ id: string, relation: string | null, stayId: string | null, cls: string | null, viaPersonId: string | null, seat: string | null, reason: string | null, at: string, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }>, history: Array<{ at: string, by: string, field: string, was: string | null }> } | null };

export type PreviewTrajectoryQueryVariables = Exact<{
  caseId: string;
  edit: TrajectoryEdit;
}>;


export type PreviewTrajectoryQuery = { previewTrajectory: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number, tookMs: number, changes: Array<{ personId: string, name: string | null, cls: string | null, was: string | null, certainty: string, kind: string }>, leftOut: { zh: string, en: string } | null } };

export type CoreReportQueryVariables = Exact<{
  caseId: string;
}>;


export type CoreReportQuery = { coreReport: { zh: string, en: string } | null };

export type SearchPlacesQueryVariables = Exact<{
  text: string;
}>;


export type SearchPlacesQuery = { searchPlaces: Array<{ id: string, name: string, category: string, areaName: string | null, parentName: string | null, address: string | null }> };

export type LookUpPersonQueryVariables = Exact<{
  phone?: string | null | undefined;
  docNo?: string | null | undefined;
}>;


export type LookUpPersonQuery = { lookUpPerson: { found: boolean, elsewhere: boolean, personId: string | null, name: string | null, alreadyContactOf: Array<string>, sentTo: string | null } };

type CaseOutcomeBits_CaseSaved_Fragment = { __typename: 'CaseSaved', case: { id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } } };

type CaseOutcomeBits_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', code: string, message: string };

type CaseOutcomeBits_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> };

type CaseOutcomeBits_NotAllowed_Fragment = { __typename: 'NotAllowed', code: string, message: string };

type CaseOutcomeBits_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string };

export type CaseOutcomeBitsFragment =
  | CaseOutcomeBits_CaseSaved_Fragment
  | CaseOutcomeBits_ChangedMeanwhile_Fragment
  | CaseOutcomeBits_InvalidInput_Fragment
  | CaseOutcomeBits_NotAllowed_Fragment
  | CaseOutcomeBits_NotFound_Fragment
;

export type CreateCaseMutationVariables = Exact<{
  input: CreateCaseInput;
}>;


export type CreateCaseMutation = { createCase:
    | { __typename: 'CaseSaved', case: { id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } } }
    | { __typename: 'ChangedMeanwhile', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type ChangeCaseMutationVariables = Exact<{
  input: ChangeCaseInput;
}>;


export type ChangeCaseMutation = { changeCase:
    | { __typename: 'CaseSaved', case: { id: string, no: string, category: string, onsetOn: string | null, firstPositiveSampleAt: string | null, reportedAt: string | null, isolatedAt: string | null, hospital: string | null, protocolId: string, team: string | null, ownerName: string | null, areaName: string | null, importStatus: string | null, infectedById: string | null, infectedByNo: string | null, infectedByState: string | null, rev: number, contacts: number, possible: number, coreDueAt: string | null, coreReportedAt: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } } }
    | { __typename: 'ChangedMeanwhile', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type SaveTrajectoryMutationVariables = Exact<{
  input: SaveTrajectoryInput;
}>;


export type SaveTrajectoryMutation = { saveTrajectory:
    | { __typename: 'ChangedMeanwhile', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TrajectorySaved', rev: number, preview: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number, tookMs: number, changes: Array<{ personId: string, name: string | null, cls: string | null, was: string | null, certainty: string, kind: string }>, leftOut: { zh: string, en: string } | null } }
   };

export type CreatePlaceMutationVariables = Exact<{
  input: CreatePlaceInput;
}>;


export type CreatePlaceMutation = { createPlace:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'PlaceCreated', place: { id: string, name: string, category: string, areaName: string | null, parentName: string | null, address: string | null } }
   };

export type NamePeopleMutationVariables = Exact<{
  input: NamePeopleInput;
}>;


export type NamePeopleMutation = { namePeople:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PeopleNamed', named: number, already: Array<{ name: string, alreadyContactOf: Array<string>, sentTo: string | null }>, refused: Array<{ field: string, message: string }> }
   };

export type RemoveNamingMutationVariables = Exact<{
  id: string;
}>;


export type RemoveNamingMutation = { removeNaming:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type AnswerQuestionMutationVariables = Exact<{
  caseId: string;
  key: string;
  reason: string;
}>;


export type AnswerQuestionMutation = { answerQuestion:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type FileCoreReportMutationVariables = Exact<{
  caseId: string;
}>;


export type FileCoreReportMutation = { fileCoreReport:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type SendNowMutationVariables = Exact<{
  caseId: string;
}>;


export type SendNowMutation = { sendNow:
    | { __typename: 'ContactsSent', count: number }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type ChainQueryVariables = Exact<{
  caseIds: Array<string> | string;
  degree: number;
}>;


export type ChainQuery = { chain: { components: number, nodes: Array<{ id: string, kind: string, label: string, at: string | null, category: string | null, cls: string | null, generation: number | null, subjectId: string }>, edges: Array<{ id: string, from: string, to: string, state: string, at: string | null, place: string | null }> } };

export type ImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportsQuery = { imports: Array<{ id: string, kind: string, source: string, fileName: string, state: string, rows: number, doneRows: number, inserted: number, updated: number, unchanged: number, rejected: number, rowsWithErrors: number, message: string | null, at: string, hasErrors: boolean }> };

export type CancelImportMutationVariables = Exact<{
  id: string;
}>;


export type CancelImportMutation = { cancelImport:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

type ProblemBits_ChangedMeanwhile_Fragment = { code: string, message: string };

type ProblemBits_InvalidInput_Fragment = { code: string, message: string };

type ProblemBits_NotAllowed_Fragment = { code: string, message: string };

type ProblemBits_NotFound_Fragment = { code: string, message: string };

type ProblemBits_Refused_Fragment = { code: string, message: string };

export type ProblemBitsFragment =
  | ProblemBits_ChangedMeanwhile_Fragment
  | ProblemBits_InvalidInput_Fragment
  | ProblemBits_NotAllowed_Fragment
  | ProblemBits_NotFound_Fragment
  | ProblemBits_Refused_Fragment
;

type SimpleBits_Done_Fragment = { __typename: 'Done' };

type SimpleBits_NotAllowed_Fragment = { __typename: 'NotAllowed', code: string, message: string };

type SimpleBits_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string };

type SimpleBits_Refused_Fragment = { __typename: 'Refused', code: string, message: string };

export type SimpleBitsFragment =
  | SimpleBits_Done_Fragment
  | SimpleBits_NotAllowed_Fragment
  | SimpleBits_NotFound_Fragment
  | SimpleBits_Refused_Fragment
;

export type PersonBitsFragment = { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> };

export type ContactBitsFragment = { id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null };

export type ContactsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: ContactFilterInput;
  sort?: string | null | undefined;
}>;


export type ContactsQuery = { contacts: { total: number, next: string | null, nodes: Array<{ id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null }>, counts: Array<{ view: string, count: number }> } };

export type ContactCardQueryVariables = Exact<{
  id: string;
}>;


export type ContactCardQuery = { contactCard: { contact: { id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null }, sentence: { zh: string, en: string }, unknowns: Array<{ zh: string, en: string }>, determinations: Array<{ id: string, caseId: string, caseNo: string, viaName: string | null, cls: string, certainty: string, rule: string, protocolId: string, first: string | null, last: string | null, secondsMin: number | null, secondsMax: number | null, encounters: number, origin: string, placeName: string | null, decision: string | null, decidedBy: string | null, decidedAt: string | null, reason: string | null, ruleLabel: { zh: string, en: string }, sentence: { zh: string, en: string }, overlaps: Array<{ placeName: string, caseFrom: string, caseTo: string, caseSurestFrom: string, caseSurestTo: string, contactFrom: string, contactTo: string, contactSurestFrom: string, contactSurestTo: string, minMinutes: number, maxMinutes: number, caseSources: Array<string>, contactSources: Array<string> }> }>, events: Array<{ at: string, by: string, role: string, kind: string, was: string | null, became: string | null, reason: string | null, note: string | null }>, pushes: Array<{ id: string, contactId: string, toAreaId: string, toAreaName: string, outside: boolean, state: string, version: number, cls: string, address: string | null, sentAt: string | null, ackedAt: string | null, controlledAt: string | null, outcome: string | null, outcomeNote: string | null, nextTryAt: string | null, dueAt: string | null, dutyCall: string | null, dutyHolder: string | null, dutyPhone: string | null, doubtful: boolean, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, attempts: Array<{ at: string, by: string, outcome: string, note: string | null }> }>, management: { releaseOn: string | null, blocked: boolean, phases: Array<{ kind: string, from: string, until: string, tests: Array<{ day: number, on: string }> }> } | null, household: Array<{ id: string, name: string | null, sex: string | null, age: number | null }>, records: Array<{ source: string, key: string, name: string }> } | null };

export type SkippedBitsFragment = { contactId: string, why: string, message: string };

export type ReviewContactsMutationVariables = Exact<{
  input: ReviewContactsInput;
}>;


export type ReviewContactsMutation = { reviewContacts:
    | { __typename: 'ContactsReviewed', done: Array<{ id: string, review: string }>, skipped: Array<{ contactId: string, why: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type PushContactsMutationVariables = Exact<{
  input: PushContactsInput;
}>;


export type PushContactsMutation = { pushContacts:
    | { __typename: 'ContactsPushed', pushed: number, skipped: Array<{ contactId: string, why: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ReleaseContactsMutationVariables = Exact<{
  contactIds: Array<string> | string;
}>;


export type ReleaseContactsMutation = { releaseContacts:
    | { __typename: 'ContactsReviewed', done: Array<{ id: string, review: string, observation: string | null }>, skipped: Array<{ contactId: string, why: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ReceiveContactMutationVariables = Exact<{
  input: ReceiveContactInput;
}>;


export type ReceiveContactMutation = { receiveContact:
    | { __typename: 'ContactReceived', contact: { id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null } }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
   };

export type SetAreaMutationVariables = Exact<{
  personId: string;
  areaId?: string | null | undefined;
}>;


export type SetAreaMutation = { setArea:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type OpenPhoneMutationVariables = Exact<{
  personId: string;
}>;


export type OpenPhoneMutation = { openPhone:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'PhoneOpened', phones: Array<string> }
   };

export type DuplicatesQueryVariables = Exact<{ [key: string]: never; }>;


export type DuplicatesQuery = { duplicates: { groupTotal: number, today: { same: number, notSame: number, household: number, attached: number, medianSeconds: number | null }, groups: Array<{ firstId: string, more: number, first: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, contact: { id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null } | null, mergeWill: Array<{ zh: string, en: string }>, elsewhere: { likelihood: string, holds: boolean, records: number, askedAt: string | null } | null, pairs: Array<{ id: string, reason: string, holds: boolean, state: string, likelihood: string, askedAt: string | null, differing: Array<string>, mistake: { zh: string, en: string }, people: Array<{ id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }>, contacts: Array<{ id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null }>, mergeWill: Array<{ zh: string, en: string }> }> }> } };

export type DuplicateEvidenceQueryVariables = Exact<{
  pairId: string;
}>;


export type DuplicateEvidenceQuery = { duplicateEvidence: { prior: number, weight: number, probability: number, match: number, fields: Array<{ part: string, level: string, bits: number, counted: number }>, veto: { zh: string, en: string } | null, exposures: Array<{ personId: string, first: string, last: string, placeName: string | null, caseNo: string, certainty: string }> } | null };

export type IdentityTuningQueryVariables = Exact<{
  match?: number | null | undefined;
  review?: number | null | undefined;
  weights?: Array<LevelWeightInput> | LevelWeightInput | null | undefined;
  labels?: string | null | undefined;
}>;


export type IdentityTuningQuery = { identityTuning: { profile: string, setBy: string | null, setAt: string | null, fileLabels: number, fileLabelsKept: number, labels: number, same: number, now: { match: number, review: number }, own: { match: number, review: number }, former: Array<{ at: string, by: string | null, match: number, review: number, moved: number, reason: string | null }>, curve: Array<{ threshold: number, precision: number, recall: number }>, tried: { match: number, review: number, dropped: number }, weights: Array<{ part: string, level: string, m: number, u: number, bits: number, set: number | null }> } };

export type SetIdentityThresholdsMutationVariables = Exact<{
  match: number;
  review: number;
}>;


export type SetIdentityThresholdsMutation = { setIdentityThresholds:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type SetIdentityWeightsMutationVariables = Exact<{
  weights: Array<LevelWeightInput> | LevelWeightInput;
  reason: string;
}>;


export type SetIdentityWeightsMutation = { setIdentityWeights:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type MergesQueryVariables = Exact<{ [key: string]: never; }>;


export type MergesQuery = { merges: Array<{ id: string, keptName: string, mergedName: string, at: string, by: string | null, undoneAt: string | null }> };

export type DecideDuplicateMutationVariables = Exact<{
  input: DecideDuplicateInput;
}>;


export type DecideDuplicateMutation = { decideDuplicate:
    | { __typename: 'DuplicateDecided', pairId: string, mergeId: string | null }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type MergeGroupMutationVariables = Exact<{
  input: MergeGroupInput;
}>;


export type MergeGroupMutation = { mergeGroup:
    | { __typename: 'GroupMerged', keptId: string, mergeIds: Array<string> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type AskAreaAboveMutationVariables = Exact<{
  personId: string;
}>;


export type AskAreaAboveMutation = { askAreaAbove:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type UndoMergeMutationVariables = Exact<{
  id: string;
}>;


export type UndoMergeMutation = { undoMerge:
    | { __typename: 'MergeUndone', mergeId: string }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type ProtocolBitsFragment = { id: string, version: string, validFrom: string | null, validTo: string | null, verifiedBy: string | null, verifiedAt: string | null, demoOnly: boolean, sources: Array<string>, name: { zh: string, en: string }, rules: Array<{ id: string, settings: Array<string>, cls: string, decision: string, minMinutes: number | null, sources: Array<string>, label: { zh: string, en: string } }>, windows: Array<{ zh: string, en: string }> };

export type VersionBitsFragment = { id: string, protocolId: string, version: string, state: string, text: string, draftedBy: string | null, draftedAt: string, verifiedBy: string | null, verifiedAt: string | null, activatedBy: string | null, activatedAt: string | null, retiredBy: string | null, retiredAt: string | null, rev: number };

export type CountBitsFragment = { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number };

export type DiffBitsFragment = { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number, changes: Array<{ personId: string, name: string | null, cls: string | null, was: string | null, certainty: string, kind: string }> };

export type ProtocolsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtocolsQuery = { protocols: Array<{ id: string, version: string, validFrom: string | null, validTo: string | null, verifiedBy: string | null, verifiedAt: string | null, demoOnly: boolean, sources: Array<string>, name: { zh: string, en: string }, rules: Array<{ id: string, settings: Array<string>, cls: string, decision: string, minMinutes: number | null, sources: Array<string>, label: { zh: string, en: string } }>, windows: Array<{ zh: string, en: string }> }>, protocolVersions: Array<{ id: string, protocolId: string, version: string, state: string, text: string, draftedBy: string | null, draftedAt: string, verifiedBy: string | null, verifiedAt: string | null, activatedBy: string | null, activatedAt: string | null, retiredBy: string | null, retiredAt: string | null, rev: number }> };

export type CasesBehindProtocolQueryVariables = Exact<{ [key: string]: never; }>;


export type CasesBehindProtocolQuery = { casesBehindProtocol: number };

export type ReadProtocolQueryVariables = Exact<{
  source: ProtocolSourceInput;
  example: ExampleCaseInput;
}>;


export type ReadProtocolQuery = { readProtocol:
    | { code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { code: string, message: string }
    | { text: string, protocol: { id: string, version: string, validFrom: string | null, validTo: string | null, verifiedBy: string | null, verifiedAt: string | null, demoOnly: boolean, sources: Array<string>, name: { zh: string, en: string }, rules: Array<{ id: string, settings: Array<string>, cls: string, decision: string, minMinutes: number | null, sources: Array<string>, label: { zh: string, en: string } }>, windows: Array<{ zh: string, en: string }> }, windows: Array<{ start: string, end: string, open: boolean, provisional: boolean }>, noWindow: { zh: string, en: string } | null }
    | { code: string, message: string }
   };

export type ProtocolChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtocolChoicesQuery = { protocolChoices: Array<{ id: string, version: string, founded: boolean, name: { zh: string, en: string } }> };

export type TryBitsFragment = { id: string, state: string, tried: string, looked: number, of: number, affected: number, people: number, names: boolean, tookMs: number, counts: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number } };

export type BeginProtocolTryMutationVariables = Exact<{
  source: ProtocolSourceInput;
  caseIds?: Array<string> | string | null | undefined;
}>;


export type BeginProtocolTryMutation = { beginProtocolTry:
    | { code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { id: string, state: string, tried: string, looked: number, of: number, affected: number, people: number, names: boolean, tookMs: number, counts: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number } }
    | { code: string, message: string }
   };

export type ProtocolTryQueryVariables = Exact<{
  id: string;
}>;


export type ProtocolTryQuery = { protocolTry:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { id: string, state: string, tried: string, looked: number, of: number, affected: number, people: number, names: boolean, tookMs: number, counts: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number } }
    | { code: string, message: string }
   };

export type CancelProtocolTryMutationVariables = Exact<{
  id: string;
}>;


export type CancelProtocolTryMutation = { cancelProtocolTry:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { id: string, state: string, tried: string, looked: number, of: number, affected: number, people: number, names: boolean, tookMs: number, counts: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number } }
    | { code: string, message: string }
   };

export type TriedCasesQueryVariables = Exact<{
  id: string;
  from: number;
}>;


export type TriedCasesQuery = { triedCases: { total: number, rows: Array<{ caseId: string, no: string, protocolId: string, noWindow: { zh: string, en: string } | null, counts: { addedClose: number, addedSecond: number, addedPossible: number, removed: number, upgraded: number, downgraded: number, dates: number } }> } };

export type TriedPeopleQueryVariables = Exact<{
  id: string;
  caseId?: string | null | undefined;
  from: number;
}>;


export type TriedPeopleQuery = { triedPeople: { total: number, rows: Array<{ personId: string, name: string | null, cls: string | null, was: string | null, certainty: string, kind: string }> } };

export type VerifyProtocolMutationVariables = Exact<{
  id: string;
}>;


export type VerifyProtocolMutation = { verifyProtocol:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type DraftProtocolMutationVariables = Exact<{
  text: string;
  rev?: number | null | undefined;
  found?: boolean | null | undefined;
}>;


export type DraftProtocolMutation = { draftProtocol:
    | { code: string, message: string }
    | { code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { code: string, message: string }
    | { code: string, message: string }
    | { version: { id: string, protocolId: string, version: string, state: string, text: string, draftedBy: string | null, draftedAt: string, verifiedBy: string | null, verifiedAt: string | null, activatedBy: string | null, activatedAt: string | null, retiredBy: string | null, retiredAt: string | null, rev: number } }
    | { code: string, message: string }
   };

export type StepProtocolMutationVariables = Exact<{
  input: StepProtocolInput;
}>;


export type StepProtocolMutation = { stepProtocol:
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { code: string, message: string }
    | { version: { id: string, protocolId: string, version: string, state: string, text: string, draftedBy: string | null, draftedAt: string, verifiedBy: string | null, verifiedAt: string | null, activatedBy: string | null, activatedAt: string | null, retiredBy: string | null, retiredAt: string | null, rev: number } }
    | { code: string, message: string }
   };

export type PushBitsFragment = { id: string, contactId: string, toAreaId: string, toAreaName: string, outside: boolean, state: string, version: number, cls: string, address: string | null, sentAt: string | null, ackedAt: string | null, controlledAt: string | null, outcome: string | null, outcomeNote: string | null, nextTryAt: string | null, dueAt: string | null, dutyCall: string | null, dutyHolder: string | null, dutyPhone: string | null, doubtful: boolean, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, attempts: Array<{ at: string, by: string, outcome: string, note: string | null }> };

export type PushBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type PushBoardQuery = { pushBoard: Array<{ areaId: string | null, areaName: string, level: string, outside: boolean, draft: number, unacked: number, placing: number, placed: number, worstDueAt: string | null, dutyHolder: string | null, phone: string | null }> };

export type PushesQueryVariables = Exact<{
  areaId?: string | null | undefined;
  states?: Array<string> | string | null | undefined;
}>;


export type PushesQuery = { pushes: Array<{ id: string, contactId: string, toAreaId: string, toAreaName: string, outside: boolean, state: string, version: number, cls: string, address: string | null, sentAt: string | null, ackedAt: string | null, controlledAt: string | null, outcome: string | null, outcomeNote: string | null, nextTryAt: string | null, dueAt: string | null, dutyCall: string | null, dutyHolder: string | null, dutyPhone: string | null, doubtful: boolean, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, attempts: Array<{ at: string, by: string, outcome: string, note: string | null }> }> };

export type PushNoticeQueryVariables = Exact<{
  areaId: string;
}>;


export type PushNoticeQuery = { pushNotice: { zh: string, en: string } };

export type ReceiverListQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceiverListQuery = { receiverList: Array<{ key: string, address: string | null, areaName: string, items: Array<{ id: string, contactId: string, toAreaId: string, toAreaName: string, outside: boolean, state: string, version: number, cls: string, address: string | null, sentAt: string | null, ackedAt: string | null, controlledAt: string | null, outcome: string | null, outcomeNote: string | null, nextTryAt: string | null, dueAt: string | null, dutyCall: string | null, dutyHolder: string | null, dutyPhone: string | null, doubtful: boolean, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, attempts: Array<{ at: string, by: string, outcome: string, note: string | null }> }> }> };

export type AcknowledgePushesMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type AcknowledgePushesMutation = { acknowledgePushes:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'PushesAcknowledged', ids: Array<string> }
   };

export type RecordOutcomeMutationVariables = Exact<{
  input: RecordOutcomeInput;
}>;


export type RecordOutcomeMutation = { recordOutcome:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutcomeRecorded', push: { id: string, contactId: string, toAreaId: string, toAreaName: string, outside: boolean, state: string, version: number, cls: string, address: string | null, sentAt: string | null, ackedAt: string | null, controlledAt: string | null, outcome: string | null, outcomeNote: string | null, nextTryAt: string | null, dueAt: string | null, dutyCall: string | null, dutyHolder: string | null, dutyPhone: string | null, doubtful: boolean, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, attempts: Array<{ at: string, by: string, outcome: string, note: string | null }> } }
    | { __typename: 'Refused', code: string, message: string }
   };

export type RecordDutyCallMutationVariables = Exact<{
  pushId: string;
  result: string;
}>;


export type RecordDutyCallMutation = { recordDutyCall:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type LedgerQueryVariables = Exact<{
  asOf?: string | null | undefined;
  cls?: string | null | undefined;
}>;


export type LedgerQuery = { ledger: { asOf: string, closed: boolean, counts: Array<{ figure: string, people: number }>, lines: Array<{ id: string, total: string, plus: Array<string>, minus: Array<string>, left: number, right: number, closed: boolean, differing: number }>, left: Array<{ kind: string, people: number }> } };

export type LedgerPeopleQueryVariables = Exact<{
  asOf?: string | null | undefined;
  cls?: string | null | undefined;
  figure?: string | null | undefined;
  differing?: string | null | undefined;
}>;


export type LedgerPeopleQuery = { ledgerPeople: Array<{ id: string, review: string, cls: string, certainty: string, caseNos: Array<string>, caseIds: Array<string>, first: string | null, last: string | null, placeName: string | null, areaId: string | null, areaName: string | null, observation: string | null, origin: string, push: string | null, transfer: string | null, ownerName: string | null, identifiedAt: string, dueAt: string | null, changed: string | null, duplicate: boolean, resend: boolean, hold: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> }, changedTo: { cls: string | null, first: string | null, last: string | null } | null }> };

export type TasksQueryVariables = Exact<{ [key: string]: never; }>;


export type TasksQuery = { tasks: Array<{ id: string, kind: string, at: string, dueAt: string, subjectId: string, note: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } | null }> };

export type FinishTaskMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type FinishTaskMutation = { finishTask:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type NoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticesQuery = { notices: Array<{ id: string, kind: string, subjectId: string, at: string, readAt: string | null, note: string | null, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } | null }> };

export type ReadNoticesMutationVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ReadNoticesMutation = { readNotices:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export type TransferPersonBitsFragment = { taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } };

export type RunBitsFragment = { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> };

export type TransferBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type TransferBoardQuery = { transferQueue: Array<{ partyId: string, dueAt: string, cls: string, address: string, areaName: string | null, needs: Array<string>, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> }>, runs: Array<{ id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> }>, vehicles: Array<{ id: string, plate: string, kind: string, seats: number, ramp: boolean }>, sites: Array<{ id: string, name: string, accepts: Array<string>, address: string | null, rooms: Array<{ id: string, no: string, floor: number, capacity: number, kind: string, state: string, taken: number }> }> };

export type DoneRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type DoneRunsQuery = { runs: Array<{ id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> }> };

export type SiteBitsFragment = { id: string, name: string, accepts: Array<string>, address: string | null, rooms: Array<{ id: string, no: string, floor: number, capacity: number, kind: string, state: string, taken: number }> };

export type MyRunQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRunQuery = { myRun: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } | null };

export type SitePageQueryVariables = Exact<{ [key: string]: never; }>;


export type SitePageQuery = { siteArrivals: Array<{ id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> }>, sites: Array<{ id: string, name: string, accepts: Array<string>, address: string | null, rooms: Array<{ id: string, no: string, floor: number, capacity: number, kind: string, state: string, taken: number }> }> };

type RunOutcomeBits_NotAllowed_Fragment = { __typename: 'NotAllowed', code: string, message: string };

type RunOutcomeBits_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string };

type RunOutcomeBits_Refused_Fragment = { __typename: 'Refused', code: string, message: string };

type RunOutcomeBits_RunChanged_Fragment = { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } };

export type RunOutcomeBitsFragment =
  | RunOutcomeBits_NotAllowed_Fragment
  | RunOutcomeBits_NotFound_Fragment
  | RunOutcomeBits_Refused_Fragment
  | RunOutcomeBits_RunChanged_Fragment
;

export type CreateRunMutationVariables = Exact<{
  vehicleId: string;
  siteId: string;
}>;


export type CreateRunMutation = { createRun:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type AssignPartyMutationVariables = Exact<{
  runId: string;
  partyId: string;
  mixedReason?: string | null | undefined;
  roomId?: string | null | undefined;
}>;


export type AssignPartyMutation = { assignParty:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type TakeOffMutationVariables = Exact<{
  taskId: string;
}>;


export type TakeOffMutation = { takeOff:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type CancelRunMutationVariables = Exact<{
  runId: string;
}>;


export type CancelRunMutation = { cancelRun:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type AcceptRunMutationVariables = Exact<{
  runId: string;
}>;


export type AcceptRunMutation = { acceptRun:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type ArriveRunMutationVariables = Exact<{
  runId: string;
}>;


export type ArriveRunMutation = { arriveRun:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type BoardPersonMutationVariables = Exact<{
  taskId: string;
  identityChecked: boolean;
  temperature?: number | null | undefined;
}>;


export type BoardPersonMutation = { boardPerson:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type RefusePersonMutationVariables = Exact<{
  taskId: string;
  note?: string | null | undefined;
}>;


export type RefusePersonMutation = { refusePerson:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type AbsentPersonMutationVariables = Exact<{
  taskId: string;
  note?: string | null | undefined;
}>;


export type AbsentPersonMutation = { absentPerson:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type FeverPersonMutationVariables = Exact<{
  taskId: string;
  temperature?: number | null | undefined;
  note?: string | null | undefined;
}>;


export type FeverPersonMutation = { feverPerson:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type ReachSiteMutationVariables = Exact<{
  runId: string;
}>;


export type ReachSiteMutation = { reachSite:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type HandOverMutationVariables = Exact<{
  taskIds: Array<string> | string;
}>;


export type HandOverMutation = { handOver:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type SettleMutationVariables = Exact<{
  taskIds: Array<string> | string;
}>;


export type SettleMutation = { settle:
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
    | { __typename: 'RunChanged', run: { id: string, no: string, state: string, cls: string, mixedReason: string | null, siteId: string, siteName: string, createdAt: string, acceptedAt: string | null, arrivedAt: string | null, atSiteAt: string | null, doneAt: string | null, vehicle: { id: string, plate: string, kind: string, seats: number, ramp: boolean }, people: Array<{ taskId: string, cls: string, state: string, seatNo: number | null, roomNo: string | null, address: string, identityChecked: boolean, temperature: number | null, needs: Array<string>, person: { id: string, name: string | null, sex: string | null, age: number | null, birthOn: string | null, phones: Array<string>, address: string | null, areaId: string | null, areaName: string | null, areaState: string, proposedAreaId: string | null, proposedAreaName: string | null, proposedWords: Array<string>, needs: Array<string>, description: string | null, masked: boolean, documents: Array<{ type: string, no: string, valid: boolean }> } }> } }
   };

export type RequeueMutationVariables = Exact<{
  taskId: string;
}>;


export type RequeueMutation = { requeue:
    | { __typename: 'Done' }
    | { __typename: 'NotAllowed', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'Refused', code: string, message: string }
   };

export const AccountBitsFragmentDoc = gql`
    fragment AccountBits on Account {
  id
  name
  login
  role
  areaId
  areaName
  areaPath
  mustChange
  needsPurpose
  purpose
  siteId
  vehicleId
  lockedAt
  expiresAt
}
    ` as unknown as DocumentNode<AccountBitsFragment, unknown>;
export const ProblemBitsFragmentDoc = gql`
    fragment ProblemBits on Problem {
  code
  message
}
    ` as unknown as DocumentNode<ProblemBitsFragment, unknown>;
export const AccountOutcomeBitsFragmentDoc = gql`
    fragment AccountOutcomeBits on AccountOutcome {
  __typename
  ... on AccountMade {
    account {
      ...AccountBits
    }
    password
  }
  ... on AccountChanged {
    account {
      ...AccountBits
    }
  }
  ... on InvalidInput {
    fields {
      field
      message
    }
  }
  ... on Problem {
    ...ProblemBits
  }
}
    ` as unknown as DocumentNode<AccountOutcomeBitsFragment, unknown>;
export const StayBitsFragmentDoc = gql`
    fragment StayBits on Stay {
  id
  placeId
  placeName
  category
  areaName
  start
  end
  startLatest
  endEarliest
  setting
  seat
  carriage
  protection
  source
  ceiling
  companions
  activity
  note
  sources
  contactsDefinite
  contactsPossible
}
    ` as unknown as DocumentNode<StayBitsFragment, unknown>;
export const PreviewBitsFragmentDoc = gql`
    fragment PreviewBits on TrajectoryPreview {
  changes {
    personId
    name
    cls
    was
    certainty
    kind
  }
  addedClose
  addedSecond
  addedPossible
  removed
  upgraded
  downgraded
  dates
  leftOut {
    zh
    en
  }
  tookMs
}
    ` as unknown as DocumentNode<PreviewBitsFragment, unknown>;
export const PersonBitsFragmentDoc = gql`
    fragment PersonBits on Person {
  id
  name
  sex
  age
  birthOn
  documents {
    type
    no
    valid
  }
  phones
  address
  areaId
  areaName
  areaState
  proposedAreaId
  proposedAreaName
  proposedWords
  needs
  description
  masked
}
    ` as unknown as DocumentNode<PersonBitsFragment, unknown>;
export const CaseBitsFragmentDoc = gql`
    fragment CaseBits on Case {
  id
  no
  person {
    ...PersonBits
  }
  category
  onsetOn
  firstPositiveSampleAt
  reportedAt
  isolatedAt
  hospital
  protocolId
  team
  ownerName
  areaName
  importStatus
  infectedById
  infectedByNo
  infectedByState
  rev
  contacts
  possible
  coreDueAt
  coreReportedAt
}
    ` as unknown as DocumentNode<CaseBitsFragment, unknown>;
export const CaseOutcomeBitsFragmentDoc = gql`
    fragment CaseOutcomeBits on CaseOutcome {
  __typename
  ... on CaseSaved {
    case {
      ...CaseBits
    }
  }
  ... on InvalidInput {
    fields {
      field
      message
    }
  }
  ... on Problem {
    ...ProblemBits
  }
}
    ` as unknown as DocumentNode<CaseOutcomeBitsFragment, unknown>;
export const SimpleBitsFragmentDoc = gql`
    fragment SimpleBits on SimpleOutcome {
  __typename
  ... on Problem {
    ...ProblemBits
  }
}
    ` as unknown as DocumentNode<SimpleBitsFragment, unknown>;
export const ContactBitsFragmentDoc = gql`
    fragment ContactBits on Contact {
  id
  person {
    ...PersonBits
  }
  review
  cls
  certainty
  caseNos
  caseIds
  first
  last
  placeName
  areaId
  areaName
  observation
  origin
  push
  transfer
  ownerName
  identifiedAt
  dueAt
  changed
  changedTo {
    cls
    first
    last
  }
  duplicate
  resend
  hold
}
    ` as unknown as DocumentNode<ContactBitsFragment, unknown>;
export const SkippedBitsFragmentDoc = gql`
    fragment SkippedBits on Skipped {
  contactId
  why
  message
}
    ` as unknown as DocumentNode<SkippedBitsFragment, unknown>;
export const ProtocolBitsFragmentDoc = gql`
    fragment ProtocolBits on Protocol {
  id
  name {
    zh
    en
  }
  version
  validFrom
  validTo
  verifiedBy
  verifiedAt
  demoOnly
  sources
  rules {
    id
    label {
      zh
      en
    }
    settings
    cls
    decision
    minMinutes
    sources
  }
  windows {
    zh
    en
  }
}
    ` as unknown as DocumentNode<ProtocolBitsFragment, unknown>;
export const VersionBitsFragmentDoc = gql`
    fragment VersionBits on ProtocolVersion {
  id
  protocolId
  version
  state
  text
  draftedBy
  draftedAt
  verifiedBy
  verifiedAt
  activatedBy
  activatedAt
  retiredBy
  retiredAt
  rev
}
    ` as unknown as DocumentNode<VersionBitsFragment, unknown>;
export const DiffBitsFragmentDoc = gql`
    fragment DiffBits on ContactDiff {
  changes {
    personId
    name
    cls
    was
    certainty
    kind
  }
  addedClose
  addedSecond
  addedPossible
  removed
  upgraded
  downgraded
  dates
}
    ` as unknown as DocumentNode<DiffBitsFragment, unknown>;
export const CountBitsFragmentDoc = gql`
    fragment CountBits on ContactDiff {
  addedClose
  addedSecond
  addedPossible
  removed
  upgraded
  downgraded
  dates
}
    ` as unknown as DocumentNode<CountBitsFragment, unknown>;
export const TryBitsFragmentDoc = gql`
    fragment TryBits on ProtocolTry {
  id
  state
  tried
  looked
  of
  affected
  people
  names
  tookMs
  counts {
    ...CountBits
  }
}
    ` as unknown as DocumentNode<TryBitsFragment, unknown>;
export const PushBitsFragmentDoc = gql`
    fragment PushBits on PushItem {
  id
  contactId
  person {
    ...PersonBits
  }
  toAreaId
  toAreaName
  outside
  state
  version
  cls
  address
  sentAt
  ackedAt
  controlledAt
  outcome
  outcomeNote
  attempts {
    at
    by
    outcome
    note
  }
  nextTryAt
  dueAt
  dutyCall
  dutyHolder
  dutyPhone
  doubtful
}
    ` as unknown as DocumentNode<PushBitsFragment, unknown>;
export const SiteBitsFragmentDoc = gql`
    fragment SiteBits on Site {
  id
  name
  accepts
  address
  rooms {
    id
    no
    floor
    capacity
    kind
    state
    taken
  }
}
    ` as unknown as DocumentNode<SiteBitsFragment, unknown>;
export const TransferPersonBitsFragmentDoc = gql`
    fragment TransferPersonBits on TransferPerson {
  taskId
  person {
    ...PersonBits
  }
  cls
  state
  seatNo
  roomNo
  address
  identityChecked
  temperature
  needs
}
    ` as unknown as DocumentNode<TransferPersonBitsFragment, unknown>;
export const RunBitsFragmentDoc = gql`
    fragment RunBits on Run {
  id
  no
  state
  cls
  mixedReason
  vehicle {
    id
    plate
    kind
    seats
    ramp
  }
  siteId
  siteName
  people {
    ...TransferPersonBits
  }
  createdAt
  acceptedAt
  arrivedAt
  atSiteAt
  doneAt
}
    ` as unknown as DocumentNode<RunBitsFragment, unknown>;
export const RunOutcomeBitsFragmentDoc = gql`
    fragment RunOutcomeBits on RunOutcome {
  __typename
  ... on RunChanged {
    run {
      ...RunBits
    }
  }
  ... on Problem {
    ...ProblemBits
  }
}
    ` as unknown as DocumentNode<RunOutcomeBitsFragment, unknown>;
export const MeDocument = gql`
    query Me {
  me {
    ...AccountBits
  }
  deployment {
    demo
    now
    tz
    homeAreaId
    homeAreaName
    version
  }
}
    ${AccountBitsFragmentDoc}` as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const CountsDocument = gql`
    query Counts {
  counts {
    cases
    contacts
    fresh
    toVerify
    toCheck
    duplicates
    unsent
    toLocate
    changed
    unacked
    waiting
    overdue
    tasks
    notices
  }
}
    ` as unknown as DocumentNode<CountsQuery, CountsQueryVariables>;
export const AreasDocument = gql`
    query Areas {
  areas {
    id
    name
    level
    parentId
    path
    outside
  }
}
    ` as unknown as DocumentNode<AreasQuery, AreasQueryVariables>;
export const SearchDocument = gql`
    query Search($text: String!) {
  search(text: $text) {
    kind
    id
    title
    detail
  }
}
    ` as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const SignInDocument = gql`
    mutation SignIn($login: String!, $password: String!) {
  signIn(login: $login, password: $password) {
    __typename
    ... on SignedIn {
      account {
        ...AccountBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = gql`
    mutation SignOut {
  signOut {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const StatePurposeDocument = gql`
    mutation StatePurpose($purpose: String!) {
  statePurpose(purpose: $purpose) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<StatePurposeMutation, StatePurposeMutationVariables>;
export const ChangePasswordDocument = gql`
    mutation ChangePassword($former: String!, $next: String!) {
  changePassword(former: $former, next: $next) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const AccountsDocument = gql`
    query Accounts {
  accounts {
    ...AccountBits
  }
  vehicles {
    id
    plate
  }
  sites {
    id
    name
  }
}
    ${AccountBitsFragmentDoc}` as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const CreateAccountDocument = gql`
    mutation CreateAccount($input: CreateAccountInput!) {
  createAccount(input: $input) {
    ...AccountOutcomeBits
  }
}
    ${AccountOutcomeBitsFragmentDoc}
${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CreateAccountMutation, CreateAccountMutationVariables>;
export const LockAccountDocument = gql`
    mutation LockAccount($id: ID!) {
  lockAccount(id: $id) {
    ...AccountOutcomeBits
  }
}
    ${AccountOutcomeBitsFragmentDoc}
${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<LockAccountMutation, LockAccountMutationVariables>;
export const UnlockAccountDocument = gql`
    mutation UnlockAccount($id: ID!) {
  unlockAccount(id: $id) {
    ...AccountOutcomeBits
  }
}
    ${AccountOutcomeBitsFragmentDoc}
${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<UnlockAccountMutation, UnlockAccountMutationVariables>;
export const ExpireAccountDocument = gql`
    mutation ExpireAccount($id: ID!, $at: Instant) {
  expireAccount(id: $id, at: $at) {
    ...AccountOutcomeBits
  }
}
    ${AccountOutcomeBitsFragmentDoc}
${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ExpireAccountMutation, ExpireAccountMutationVariables>;
export const ResetPasswordDocument = gql`
    mutation ResetPassword($id: ID!) {
  resetPassword(id: $id) {
    ...AccountOutcomeBits
  }
}
    ${AccountOutcomeBitsFragmentDoc}
${AccountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const AuditDocument = gql`
    query Audit($first: Int!, $before: Int, $who: String, $subject: String) {
  audit(first: $first, before: $before, who: $who, subject: $subject) {
    seq
    at
    who
    role
    purpose
    operation
    subjects
    count
  }
}
    ` as unknown as DocumentNode<AuditQuery, AuditQueryVariables>;
export const ChangedDocument = gql`
    subscription Changed {
  changed {
    topic
    id
    rev
  }
}
    ` as unknown as DocumentNode<ChangedSubscription, ChangedSubscriptionVariables>;
export const CasesDocument = gql`
    query Cases($first: Int!, $after: String, $text: String, $category: String) {
  cases(first: $first, after: $after, text: $text, category: $category) {
    nodes {
      ...CaseBits
    }
    total
    next
  }
}
    ${CaseBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<CasesQuery, CasesQueryVariables>;
export const CaseSheetDocument = gql`
    query CaseSheet($id: ID!) {
  caseSheet(id: $id) {
    case {
      ...CaseBits
    }
    windows {
      start
      end
      provisional
      open
      anchors {
        zh
        en
      }
    }
    noWindow {
      zh
      en
    }
    stays {
      ...StayBits
    }
    evidence {
      id
      source
      placeId
      placeName
      areaName
      start
      end
      text
      stayId
    }
    questions {
      key
      kind
      at
      until
      text {
        zh
        en
      }
      hint {
        zh
        en
      }
      stayId
      answered {
        reason
        by
        at
      }
    }
    namings {
      id
      person {
        ...PersonBits
      }
      relation
      stayId
      cls
      viaPersonId
      seat
      reason
      at
    }
    history {
      at
      by
      field
      was
    }
    completeness
  }
}
    ${CaseBitsFragmentDoc}
${PersonBitsFragmentDoc}
${StayBitsFragmentDoc}` as unknown as DocumentNode<CaseSheetQuery, CaseSheetQueryVariables>;
export const PreviewTrajectoryDocument = gql`
    query PreviewTrajectory($caseId: ID!, $edit: TrajectoryEdit!) {
  previewTrajectory(caseId: $caseId, edit: $edit) {
    ...PreviewBits
  }
}
    ${PreviewBitsFragmentDoc}` as unknown as DocumentNode<PreviewTrajectoryQuery, PreviewTrajectoryQueryVariables>;
export const CoreReportDocument = gql`
    query CoreReport($caseId: ID!) {
  coreReport(caseId: $caseId) {
    zh
    en
  }
}
    ` as unknown as DocumentNode<CoreReportQuery, CoreReportQueryVariables>;
export const SearchPlacesDocument = gql`
    query SearchPlaces($text: String!) {
  searchPlaces(text: $text) {
    id
    name
    category
    areaName
    parentName
    address
  }
}
    ` as unknown as DocumentNode<SearchPlacesQuery, SearchPlacesQueryVariables>;
export const LookUpPersonDocument = gql`
    query LookUpPerson($phone: String, $docNo: String) {
  lookUpPerson(phone: $phone, docNo: $docNo) {
    found
    elsewhere
    personId
    name
    alreadyContactOf
    sentTo
  }
}
    ` as unknown as DocumentNode<LookUpPersonQuery, LookUpPersonQueryVariables>;
export const CreateCaseDocument = gql`
    mutation CreateCase($input: CreateCaseInput!) {
  createCase(input: $input) {
    ...CaseOutcomeBits
  }
}
    ${CaseOutcomeBitsFragmentDoc}
${CaseBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CreateCaseMutation, CreateCaseMutationVariables>;
export const ChangeCaseDocument = gql`
    mutation ChangeCase($input: ChangeCaseInput!) {
  changeCase(input: $input) {
    ...CaseOutcomeBits
  }
}
    ${CaseOutcomeBitsFragmentDoc}
${CaseBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ChangeCaseMutation, ChangeCaseMutationVariables>;
export const SaveTrajectoryDocument = gql`
    mutation SaveTrajectory($input: SaveTrajectoryInput!) {
  saveTrajectory(input: $input) {
    __typename
    ... on TrajectorySaved {
      rev
      preview {
        ...PreviewBits
      }
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${PreviewBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SaveTrajectoryMutation, SaveTrajectoryMutationVariables>;
export const CreatePlaceDocument = gql`
    mutation CreatePlace($input: CreatePlaceInput!) {
  createPlace(input: $input) {
    __typename
    ... on PlaceCreated {
      place {
        id
        name
        category
        areaName
        parentName
        address
      }
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CreatePlaceMutation, CreatePlaceMutationVariables>;
export const NamePeopleDocument = gql`
    mutation NamePeople($input: NamePeopleInput!) {
  namePeople(input: $input) {
    __typename
    ... on PeopleNamed {
      named
      already {
        name
        alreadyContactOf
        sentTo
      }
      refused {
        field
        message
      }
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<NamePeopleMutation, NamePeopleMutationVariables>;
export const RemoveNamingDocument = gql`
    mutation RemoveNaming($id: ID!) {
  removeNaming(id: $id) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<RemoveNamingMutation, RemoveNamingMutationVariables>;
export const AnswerQuestionDocument = gql`
    mutation AnswerQuestion($caseId: ID!, $key: String!, $reason: String!) {
  answerQuestion(caseId: $caseId, key: $key, reason: $reason) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const FileCoreReportDocument = gql`
    mutation FileCoreReport($caseId: ID!) {
  fileCoreReport(caseId: $caseId) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<FileCoreReportMutation, FileCoreReportMutationVariables>;
export const SendNowDocument = gql`
    mutation SendNow($caseId: ID!) {
  sendNow(caseId: $caseId) {
    __typename
    ... on ContactsSent {
      count
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SendNowMutation, SendNowMutationVariables>;
export const ChainDocument = gql`
    query Chain($caseIds: [ID!]!, $degree: Int!) {
  chain(caseIds: $caseIds, degree: $degree) {
    nodes {
      id
      kind
      label
      at
      category
      cls
      generation
      subjectId
    }
    edges {
      id
      from
      to
      state
      at
      place
    }
    components
  }
}
    ` as unknown as DocumentNode<ChainQuery, ChainQueryVariables>;
export const ImportsDocument = gql`
    query Imports {
  imports {
    id
    kind
    source
    fileName
    state
    rows
    doneRows
    inserted
    updated
    unchanged
    rejected
    rowsWithErrors
    message
    at
    hasErrors
  }
}
    ` as unknown as DocumentNode<ImportsQuery, ImportsQueryVariables>;
export const CancelImportDocument = gql`
    mutation CancelImport($id: ID!) {
  cancelImport(id: $id) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CancelImportMutation, CancelImportMutationVariables>;
export const ContactsDocument = gql`
    query Contacts($first: Int!, $after: String, $filter: ContactFilterInput!, $sort: String) {
  contacts(first: $first, after: $after, filter: $filter, sort: $sort) {
    nodes {
      ...ContactBits
    }
    total
    next
    counts {
      view
      count
    }
  }
}
    ${ContactBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<ContactsQuery, ContactsQueryVariables>;
export const ContactCardDocument = gql`
    query ContactCard($id: ID!) {
  contactCard(id: $id) {
    contact {
      ...ContactBits
    }
    sentence {
      zh
      en
    }
    unknowns {
      zh
      en
    }
    determinations {
      id
      caseId
      caseNo
      viaName
      cls
      certainty
      rule
      ruleLabel {
        zh
        en
      }
      protocolId
      first
      last
      secondsMin
      secondsMax
      encounters
      origin
      placeName
      decision
      decidedBy
      decidedAt
      reason
      sentence {
        zh
        en
      }
      overlaps {
        placeName
        caseFrom
        caseTo
        caseSurestFrom
        caseSurestTo
        contactFrom
        contactTo
        contactSurestFrom
        contactSurestTo
        minMinutes
        maxMinutes
        caseSources
        contactSources
      }
    }
    events {
      at
      by
      role
      kind
      was
      became
      reason
      note
    }
    pushes {
      ...PushBits
    }
    management {
      releaseOn
      phases {
        kind
        from
        until
        tests {
          day
          on
        }
      }
      blocked
    }
    household {
      id
      name
      sex
      age
    }
    records {
      source
      key
      name
    }
  }
}
    ${ContactBitsFragmentDoc}
${PersonBitsFragmentDoc}
${PushBitsFragmentDoc}` as unknown as DocumentNode<ContactCardQuery, ContactCardQueryVariables>;
export const ReviewContactsDocument = gql`
    mutation ReviewContacts($input: ReviewContactsInput!) {
  reviewContacts(input: $input) {
    __typename
    ... on ContactsReviewed {
      done {
        id
        review
      }
      skipped {
        ...SkippedBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${SkippedBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReviewContactsMutation, ReviewContactsMutationVariables>;
export const PushContactsDocument = gql`
    mutation PushContacts($input: PushContactsInput!) {
  pushContacts(input: $input) {
    __typename
    ... on ContactsPushed {
      pushed
      skipped {
        ...SkippedBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${SkippedBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<PushContactsMutation, PushContactsMutationVariables>;
export const ReleaseContactsDocument = gql`
    mutation ReleaseContacts($contactIds: [ID!]!) {
  releaseContacts(contactIds: $contactIds) {
    __typename
    ... on ContactsReviewed {
      done {
        id
        review
        observation
      }
      skipped {
        ...SkippedBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${SkippedBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReleaseContactsMutation, ReleaseContactsMutationVariables>;
export const ReceiveContactDocument = gql`
    mutation ReceiveContact($input: ReceiveContactInput!) {
  receiveContact(input: $input) {
    __typename
    ... on ContactReceived {
      contact {
        ...ContactBits
      }
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ContactBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReceiveContactMutation, ReceiveContactMutationVariables>;
export const SetAreaDocument = gql`
    mutation SetArea($personId: ID!, $areaId: ID) {
  setArea(personId: $personId, areaId: $areaId) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SetAreaMutation, SetAreaMutationVariables>;
export const OpenPhoneDocument = gql`
    mutation OpenPhone($personId: ID!) {
  openPhone(personId: $personId) {
    __typename
    ... on PhoneOpened {
      phones
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<OpenPhoneMutation, OpenPhoneMutationVariables>;
export const DuplicatesDocument = gql`
    query Duplicates {
  duplicates(first: 50) {
    groupTotal
    today {
      same
      notSame
      household
      attached
      medianSeconds
    }
    groups {
      firstId
      first {
        ...PersonBits
      }
      contact {
        ...ContactBits
      }
      more
      mergeWill {
        zh
        en
      }
      elsewhere {
        likelihood
        holds
        records
        askedAt
      }
      pairs {
        id
        reason
        holds
        state
        likelihood
        askedAt
        mistake {
          zh
          en
        }
        people {
          ...PersonBits
        }
        contacts {
          ...ContactBits
        }
        differing
        mergeWill {
          zh
          en
        }
      }
    }
  }
}
    ${PersonBitsFragmentDoc}
${ContactBitsFragmentDoc}` as unknown as DocumentNode<DuplicatesQuery, DuplicatesQueryVariables>;
export const DuplicateEvidenceDocument = gql`
    query DuplicateEvidence($pairId: ID!) {
  duplicateEvidence(pairId: $pairId) {
    prior
    fields {
      part
      level
      bits
      counted
    }
    weight
    probability
    match
    veto {
      zh
      en
    }
    exposures {
      personId
      first
      last
      placeName
      caseNo
      certainty
    }
  }
}
    ` as unknown as DocumentNode<DuplicateEvidenceQuery, DuplicateEvidenceQueryVariables>;
export const IdentityTuningDocument = gql`
    query IdentityTuning($match: Float, $review: Float, $weights: [LevelWeightInput!], $labels: String) {
  identityTuning(
    match: $match
    review: $review
    weights: $weights
    labels: $labels
  ) {
    profile
    now {
      match
      review
    }
    own {
      match
      review
    }
    setBy
    setAt
    fileLabels
    fileLabelsKept
    former {
      at
      by
      match
      review
      moved
      reason
    }
    labels
    same
    curve {
      threshold
      precision
      recall
    }
    tried {
      match
      review
      dropped
    }
    weights {
      part
      level
      m
      u
      bits
      set
    }
  }
}
    ` as unknown as DocumentNode<IdentityTuningQuery, IdentityTuningQueryVariables>;
export const SetIdentityThresholdsDocument = gql`
    mutation SetIdentityThresholds($match: Float!, $review: Float!) {
  setIdentityThresholds(match: $match, review: $review) {
    __typename
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SetIdentityThresholdsMutation, SetIdentityThresholdsMutationVariables>;
export const SetIdentityWeightsDocument = gql`
    mutation SetIdentityWeights($weights: [LevelWeightInput!]!, $reason: String!) {
  setIdentityWeights(weights: $weights, reason: $reason) {
    __typename
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SetIdentityWeightsMutation, SetIdentityWeightsMutationVariables>;
export const MergesDocument = gql`
    query Merges {
  merges {
    id
    keptName
    mergedName
    at
    by
    undoneAt
  }
}
    ` as unknown as DocumentNode<MergesQuery, MergesQueryVariables>;
export const DecideDuplicateDocument = gql`
    mutation DecideDuplicate($input: DecideDuplicateInput!) {
  decideDuplicate(input: $input) {
    __typename
    ... on DuplicateDecided {
      pairId
      mergeId
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<DecideDuplicateMutation, DecideDuplicateMutationVariables>;
export const MergeGroupDocument = gql`
    mutation MergeGroup($input: MergeGroupInput!) {
  mergeGroup(input: $input) {
    __typename
    ... on GroupMerged {
      keptId
      mergeIds
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<MergeGroupMutation, MergeGroupMutationVariables>;
export const AskAreaAboveDocument = gql`
    mutation AskAreaAbove($personId: ID!) {
  askAreaAbove(personId: $personId) {
    __typename
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AskAreaAboveMutation, AskAreaAboveMutationVariables>;
export const UndoMergeDocument = gql`
    mutation UndoMerge($id: ID!) {
  undoMerge(id: $id) {
    __typename
    ... on MergeUndone {
      mergeId
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<UndoMergeMutation, UndoMergeMutationVariables>;
export const ProtocolsDocument = gql`
    query Protocols {
  protocols {
    ...ProtocolBits
  }
  protocolVersions {
    ...VersionBits
  }
}
    ${ProtocolBitsFragmentDoc}
${VersionBitsFragmentDoc}` as unknown as DocumentNode<ProtocolsQuery, ProtocolsQueryVariables>;
export const CasesBehindProtocolDocument = gql`
    query CasesBehindProtocol {
  casesBehindProtocol
}
    ` as unknown as DocumentNode<CasesBehindProtocolQuery, CasesBehindProtocolQueryVariables>;
export const ReadProtocolDocument = gql`
    query ReadProtocol($source: ProtocolSourceInput!, $example: ExampleCaseInput!) {
  readProtocol(source: $source, example: $example) {
    ... on ProtocolRead {
      protocol {
        ...ProtocolBits
      }
      text
      windows {
        start
        end
        open
        provisional
      }
      noWindow {
        zh
        en
      }
    }
    ... on Problem {
      ...ProblemBits
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
  }
}
    ${ProtocolBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReadProtocolQuery, ReadProtocolQueryVariables>;
export const ProtocolChoicesDocument = gql`
    query ProtocolChoices {
  protocolChoices {
    id
    name {
      zh
      en
    }
    version
    founded
  }
}
    ` as unknown as DocumentNode<ProtocolChoicesQuery, ProtocolChoicesQueryVariables>;
export const BeginProtocolTryDocument = gql`
    mutation BeginProtocolTry($source: ProtocolSourceInput!, $caseIds: [ID!]) {
  beginProtocolTry(source: $source, caseIds: $caseIds) {
    ... on ProtocolTry {
      ...TryBits
    }
    ... on Problem {
      ...ProblemBits
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
  }
}
    ${TryBitsFragmentDoc}
${CountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<BeginProtocolTryMutation, BeginProtocolTryMutationVariables>;
export const ProtocolTryDocument = gql`
    query ProtocolTry($id: ID!) {
  protocolTry(id: $id) {
    ... on ProtocolTry {
      ...TryBits
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${TryBitsFragmentDoc}
${CountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ProtocolTryQuery, ProtocolTryQueryVariables>;
export const CancelProtocolTryDocument = gql`
    mutation CancelProtocolTry($id: ID!) {
  cancelProtocolTry(id: $id) {
    ... on ProtocolTry {
      ...TryBits
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${TryBitsFragmentDoc}
${CountBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CancelProtocolTryMutation, CancelProtocolTryMutationVariables>;
export const TriedCasesDocument = gql`
    query TriedCases($id: ID!, $from: Int!) {
  triedCases(id: $id, from: $from) {
    total
    rows {
      caseId
      no
      protocolId
      noWindow {
        zh
        en
      }
      counts {
        ...CountBits
      }
    }
  }
}
    ${CountBitsFragmentDoc}` as unknown as DocumentNode<TriedCasesQuery, TriedCasesQueryVariables>;
export const TriedPeopleDocument = gql`
    query TriedPeople($id: ID!, $caseId: ID, $from: Int!) {
  triedPeople(id: $id, caseId: $caseId, from: $from) {
    total
    rows {
      personId
      name
      cls
      was
      certainty
      kind
    }
  }
}
    ` as unknown as DocumentNode<TriedPeopleQuery, TriedPeopleQueryVariables>;
export const VerifyProtocolDocument = gql`
    mutation VerifyProtocol($id: ID!) {
  verifyProtocol(id: $id) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<VerifyProtocolMutation, VerifyProtocolMutationVariables>;
export const DraftProtocolDocument = gql`
    mutation DraftProtocol($text: String!, $rev: Int, $found: Boolean) {
  draftProtocol(text: $text, rev: $rev, found: $found) {
    ... on ProtocolVersionSaved {
      version {
        ...VersionBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
  }
}
    ${VersionBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<DraftProtocolMutation, DraftProtocolMutationVariables>;
export const StepProtocolDocument = gql`
    mutation StepProtocol($input: StepProtocolInput!) {
  stepProtocol(input: $input) {
    ... on ProtocolVersionSaved {
      version {
        ...VersionBits
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${VersionBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<StepProtocolMutation, StepProtocolMutationVariables>;
export const PushBoardDocument = gql`
    query PushBoard {
  pushBoard {
    areaId
    areaName
    level
    outside
    draft
    unacked
    placing
    placed
    worstDueAt
    dutyHolder
    phone
  }
}
    ` as unknown as DocumentNode<PushBoardQuery, PushBoardQueryVariables>;
export const PushesDocument = gql`
    query Pushes($areaId: ID, $states: [String!]) {
  pushes(areaId: $areaId, states: $states) {
    ...PushBits
  }
}
    ${PushBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<PushesQuery, PushesQueryVariables>;
export const PushNoticeDocument = gql`
    query PushNotice($areaId: ID!) {
  pushNotice(areaId: $areaId) {
    zh
    en
  }
}
    ` as unknown as DocumentNode<PushNoticeQuery, PushNoticeQueryVariables>;
export const ReceiverListDocument = gql`
    query ReceiverList {
  receiverList {
    key
    address
    areaName
    items {
      ...PushBits
    }
  }
}
    ${PushBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<ReceiverListQuery, ReceiverListQueryVariables>;
export const AcknowledgePushesDocument = gql`
    mutation AcknowledgePushes($ids: [ID!]!) {
  acknowledgePushes(ids: $ids) {
    __typename
    ... on PushesAcknowledged {
      ids
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AcknowledgePushesMutation, AcknowledgePushesMutationVariables>;
export const RecordOutcomeDocument = gql`
    mutation RecordOutcome($input: RecordOutcomeInput!) {
  recordOutcome(input: $input) {
    __typename
    ... on OutcomeRecorded {
      push {
        ...PushBits
      }
    }
    ... on InvalidInput {
      fields {
        field
        message
      }
    }
    ... on Problem {
      ...ProblemBits
    }
  }
}
    ${PushBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<RecordOutcomeMutation, RecordOutcomeMutationVariables>;
export const RecordDutyCallDocument = gql`
    mutation RecordDutyCall($pushId: ID!, $result: String!) {
  recordDutyCall(pushId: $pushId, result: $result) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<RecordDutyCallMutation, RecordDutyCallMutationVariables>;
export const LedgerDocument = gql`
    query Ledger($asOf: Instant, $cls: String) {
  ledger(asOf: $asOf, cls: $cls) {
    asOf
    closed
    counts {
      figure
      people
    }
    lines {
      id
      total
      plus
      minus
      left
      right
      closed
      differing
    }
    left {
      kind
      people
    }
  }
}
    ` as unknown as DocumentNode<LedgerQuery, LedgerQueryVariables>;
export const LedgerPeopleDocument = gql`
    query LedgerPeople($asOf: Instant, $cls: String, $figure: String, $differing: String) {
  ledgerPeople(asOf: $asOf, cls: $cls, figure: $figure, differing: $differing) {
    ...ContactBits
  }
}
    ${ContactBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<LedgerPeopleQuery, LedgerPeopleQueryVariables>;
export const TasksDocument = gql`
    query Tasks {
  tasks {
    id
    kind
    at
    dueAt
    person {
      ...PersonBits
    }
    subjectId
    note
  }
}
    ${PersonBitsFragmentDoc}` as unknown as DocumentNode<TasksQuery, TasksQueryVariables>;
export const FinishTaskDocument = gql`
    mutation FinishTask($id: ID!, $note: String) {
  finishTask(id: $id, note: $note) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<FinishTaskMutation, FinishTaskMutationVariables>;
export const NoticesDocument = gql`
    query Notices {
  notices {
    id
    kind
    person {
      ...PersonBits
    }
    subjectId
    at
    readAt
    note
  }
}
    ${PersonBitsFragmentDoc}` as unknown as DocumentNode<NoticesQuery, NoticesQueryVariables>;
export const ReadNoticesDocument = gql`
    mutation ReadNotices($ids: [ID!]!) {
  readNotices(ids: $ids) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReadNoticesMutation, ReadNoticesMutationVariables>;
export const TransferBoardDocument = gql`
    query TransferBoard {
  transferQueue {
    partyId
    dueAt
    cls
    address
    areaName
    needs
    people {
      ...TransferPersonBits
    }
  }
  runs {
    ...RunBits
  }
  vehicles {
    id
    plate
    kind
    seats
    ramp
  }
  sites {
    ...SiteBits
  }
}
    ${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${RunBitsFragmentDoc}
${SiteBitsFragmentDoc}` as unknown as DocumentNode<TransferBoardQuery, TransferBoardQueryVariables>;
export const DoneRunsDocument = gql`
    query DoneRuns {
  runs(open: false) {
    ...RunBits
  }
}
    ${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<DoneRunsQuery, DoneRunsQueryVariables>;
export const MyRunDocument = gql`
    query MyRun {
  myRun {
    ...RunBits
  }
}
    ${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}` as unknown as DocumentNode<MyRunQuery, MyRunQueryVariables>;
export const SitePageDocument = gql`
    query SitePage {
  siteArrivals {
    ...RunBits
  }
  sites {
    ...SiteBits
  }
}
    ${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${SiteBitsFragmentDoc}` as unknown as DocumentNode<SitePageQuery, SitePageQueryVariables>;
export const CreateRunDocument = gql`
    mutation CreateRun($vehicleId: ID!, $siteId: ID!) {
  createRun(vehicleId: $vehicleId, siteId: $siteId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CreateRunMutation, CreateRunMutationVariables>;
export const AssignPartyDocument = gql`
    mutation AssignParty($runId: ID!, $partyId: ID!, $mixedReason: String, $roomId: ID) {
  assignParty(
    runId: $runId
    partyId: $partyId
    mixedReason: $mixedReason
    roomId: $roomId
  ) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AssignPartyMutation, AssignPartyMutationVariables>;
export const TakeOffDocument = gql`
    mutation TakeOff($taskId: ID!) {
  takeOff(taskId: $taskId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<TakeOffMutation, TakeOffMutationVariables>;
export const CancelRunDocument = gql`
    mutation CancelRun($runId: ID!) {
  cancelRun(runId: $runId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<CancelRunMutation, CancelRunMutationVariables>;
export const AcceptRunDocument = gql`
    mutation AcceptRun($runId: ID!) {
  acceptRun(runId: $runId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AcceptRunMutation, AcceptRunMutationVariables>;
export const ArriveRunDocument = gql`
    mutation ArriveRun($runId: ID!) {
  arriveRun(runId: $runId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ArriveRunMutation, ArriveRunMutationVariables>;
export const BoardPersonDocument = gql`
    mutation BoardPerson($taskId: ID!, $identityChecked: Boolean!, $temperature: Float) {
  boardPerson(
    taskId: $taskId
    identityChecked: $identityChecked
    temperature: $temperature
  ) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<BoardPersonMutation, BoardPersonMutationVariables>;
export const RefusePersonDocument = gql`
    mutation RefusePerson($taskId: ID!, $note: String) {
  refusePerson(taskId: $taskId, note: $note) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<RefusePersonMutation, RefusePersonMutationVariables>;
export const AbsentPersonDocument = gql`
    mutation AbsentPerson($taskId: ID!, $note: String) {
  absentPerson(taskId: $taskId, note: $note) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<AbsentPersonMutation, AbsentPersonMutationVariables>;
export const FeverPersonDocument = gql`
    mutation FeverPerson($taskId: ID!, $temperature: Float, $note: String) {
  feverPerson(taskId: $taskId, temperature: $temperature, note: $note) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<FeverPersonMutation, FeverPersonMutationVariables>;
export const ReachSiteDocument = gql`
    mutation ReachSite($runId: ID!) {
  reachSite(runId: $runId) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<ReachSiteMutation, ReachSiteMutationVariables>;
export const HandOverDocument = gql`
    mutation HandOver($taskIds: [ID!]!) {
  handOver(taskIds: $taskIds) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<HandOverMutation, HandOverMutationVariables>;
export const SettleDocument = gql`
    mutation Settle($taskIds: [ID!]!) {
  settle(taskIds: $taskIds) {
    ...RunOutcomeBits
  }
}
    ${RunOutcomeBitsFragmentDoc}
${RunBitsFragmentDoc}
${TransferPersonBitsFragmentDoc}
${PersonBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<SettleMutation, SettleMutationVariables>;
export const RequeueDocument = gql`
    mutation Requeue($taskId: ID!) {
  requeue(taskId: $taskId) {
    ...SimpleBits
  }
}
    ${SimpleBitsFragmentDoc}
${ProblemBitsFragmentDoc}` as unknown as DocumentNode<RequeueMutation, RequeueMutationVariables>;