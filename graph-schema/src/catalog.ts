/**
 * Every label, relationship type and property of the graph. Statements are checked against this list by `tests/architecture`.
 * `fact` is what was observed, `derived` can be computed again from facts, `decision` is what somebody did, `platform` is ours.
 */
export type Kind = 'fact' | 'derived' | 'decision' | 'platform';

export interface NodeShape {
  readonly kind: Kind;
  /** Unique by constraint. */
  readonly unique: readonly string[];
  /** Searched by range index; an array is a composite one. */
  readonly indexed: readonly (string | readonly string[])[];
  readonly properties: readonly string[];
  /** Properties kept as a moment with its zone. */
  readonly instants: readonly string[];
}

/** By the house's naming an instant ends in `At`; these are the others. */
const INSTANTS = new Set([
  'at',
  'start',
  'end',
  'startLatest',
  'endEarliest',
  'first',
  'last',
  'from',
  'to',
  'decidedFirst',
  'decidedLast',
]);

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const node = (kind: Kind, unique: string, indexed: (string | readonly string[])[], properties: string): NodeShape => ({
  kind,
  unique: words(unique),
  indexed,
  properties: words(`${unique} ${properties}`),
  instants: words(properties).filter((name) => INSTANTS.has(name) || /[a-z]At$/.test(name)),
});

export const NODES = {
  Area: node('fact', 'id', ['path'], 'name level parentId path outside dutyHolder phone aliases words rev'),
  Place: node(
    'fact',
    'id',
    ['areaPath', 'rev'],
    'name words category areaId areaPath parentId lat lng enclosed ventilation airZone aliases address rev',
  ),
  Person: node(
    'fact',
    'id',
    ['areaPath', 'mergedInto', 'guardianId', 'address', 'currentAddress', 'rev'],
    'name words sex birthOn address areaId currentAddress currentAreaId areaPath areaState proposedAreaId proposedWords needs guardianId description outside mergedInto rev',
  ),
  IdDocument: node('fact', 'id', [], 'type no valid'),
  Phone: node('fact', 'id', [], ''),
  SourceRecord: node('fact', 'id', ['batchId'], 'source key batchId at name raw rev'),
  CaseEpisode: node(
    'fact',
    'id no',
    ['areaPath', 'personId', 'rev'],
    'personId category onsetOn firstPositiveSampleAt reportedAt isolatedAt anchors hospital protocolId team ownerId areaId areaPath importStatus infectedById infectedByState createdAt coreReportedAt rev derivedRev leftOutDegree leftOutRelations leftOutPlaceId',
  ),
  Stay: node(
    'fact',
    'id',
    [['placeId', 'long', 'start'], ['personId', 'start'], 'rev'],
    'personId placeId start end long startLatest endEarliest setting seat carriage protection source ceiling companions activity note key rev deleted',
  ),
  Evidence: node('fact', 'id', [['personId', 'start']], 'personId placeId areaId source start end lat lng text key rev deleted'),
  Naming: node(
    'fact',
    'id',
    ['caseId', 'personId', 'placeId', 'rev'],
    'caseId personId stayId viaPersonId relation cls reason seat firstAt lastAt placeId description at by rev deleted',
  ),
  Version: node('fact', 'id', ['nodeId'], 'label nodeId rev at by before'),
  Determination: node(
    'derived',
    'id',
    [['caseId', 'live'], ['personId', 'live'], ['personId', 'live', 'certainty'], 'key'],
    'key caseId personId viaPersonId cls certainty rule protocolId protocolVersion first last secondsMin secondsMax encounters origin unsupported placeId stayId live watermark rev at decision decidedBy decidedAt reason decidedCls decidedFirst decidedLast',
  ),
  Contact: node(
    'decision',
    'id personId',
    [['review', 'dueAt'], ['areaPath'], ['homePath', 'dueAt'], 'observation', 'rev', 'push'],
    'review cls certainty caseIds caseNos first last placeName areaId areaPath homePath observation origin outLevel placed push pushId transfer owner dueAt identifiedAt changed changedFrom duplicate resend hold rev',
  ),
  Event: node(
    'decision',
    'id',
    [
      ['contactId', 'at'],
      ['personId', 'at'],
      ['subjectId', 'at'],
    ],
    'subject subjectId contactId personId at by role kind was became reason note cls origin outLevel placed term counted homePath rev',
  ),
  PushItem: node(
    'decision',
    'id livePersonId',
    ['personId', ['toAreaPath', 'state'], ['state', 'dueAt']],
    'personId contactId fromAreaId toAreaId toAreaPath outside state version hash snapshot doubtful sentAt sentBy ackedAt locatedAt controlledAt closedAt outcome outcomeNote movedTo attempts nextTryAt dutyCall dueAt rev',
  ),
  Notice: node('decision', 'id', [['toAreaPath', 'at']], 'toAreaId toAreaPath role kind personId subjectId at readAt readBy note rev'),
  Task: node('decision', 'id', [['role', 'doneAt'], 'subjectId'], 'kind role areaPath personId subjectId dueAt at doneAt doneBy note rev'),
  TransferTask: node(
    'decision',
    'id livePersonId liveSeat',
    ['personId', ['state', 'dueAt'], 'runId'],
    'personId contactId partyId cls state runId seatNo siteId roomId address areaId areaPath needs dueAt identityChecked temperature boardedAt atSiteAt handedOverAt settledAt exitReason rev',
  ),
  Vehicle: node('fact', 'id plate', [], 'kind seats ramp areaId rev'),
  Run: node(
    'decision',
    'id',
    ['state'],
    'no vehicleId siteId state cls mixedReason plannedAt acceptedAt arrivedAt atSiteAt doneAt createdAt rev',
  ),
  Site: node('fact', 'id', [], 'name areaId areaPath accepts address rev'),
  Room: node('fact', 'id', ['siteId'], 'siteId no floor capacity kind state rev'),
  Placement: node('decision', 'id livePersonId', ['personId', 'roomId'], 'personId roomId siteId taskId from to plannedEnd rev'),
  IdentitySetting: node('decision', 'id', [], 'match review weights reason labels by at rev'),
  DuplicatePair: node(
    'derived',
    'id',
    ['state', 'a', 'b'],
    'a b reason state decidedBy decidedAt seconds note holds weight carriedBy askedAt askedBy rev at',
  ),
  Merge: node('decision', 'id', ['keptId', 'mergedId'], 'keptId mergedId at by undoneAt undoneBy before rev'),
  QuestionAnswer: node('decision', 'id', ['caseId'], 'caseId key reason by at rev'),
  Account: node(
    'platform',
    'id login',
    [],
    'name role areaId areaPath passwordHash mustChange lockedAt expiresAt siteId vehicleId demo createdAt rev',
  ),
  Session: node('platform', 'id', ['accountId'], 'accountId createdAt expiresAt seenAt purpose purposeAt'),
  ImportBatch: node(
    'platform',
    'id',
    ['state'],
    'kind source fileName fileHash sheet headerRow mapping state at by areaPath rows rowsWithErrors inserted updated unchanged rejected doneRows message underivedFrom rev',
  ),
  ImportedFile: node('platform', 'id', [['source', 'headers']], 'mark source headers rows at'),
  SavedMapping: node('platform', 'id', [], 'name headers mapping at by'),
  ProtocolVersion: node(
    'platform',
    'id activeId',
    [],
    'state text draftedBy draftedAt verifiedBy verifiedAt activatedBy activatedAt retiredBy retiredAt demoOnly rev',
  ),
  AuditEntry: node('platform', 'id seq', ['at'], 'at who role purpose operation subjects count previous hash'),
  Counter: node('platform', 'id', [], 'rev auditSeq auditHash'),
  Deployment: node('platform', 'id', [], 'demo clockOffsetMs tz homeAreaId homePath createdAt indexRev secretHash'),
} as const satisfies Record<string, NodeShape>;
export type Label = keyof typeof NODES;

export const RELATIONSHIPS = {
  WITHIN: ['Area', 'Area'],
  IN: ['Place', 'Area'],
  PART_OF: ['Place', 'Place'],
  HOLDS: ['Person', 'IdDocument'],
  REACHED_AT: ['Person', 'Phone'],
  DESCRIBES: ['SourceRecord', 'Person'],
  OF: ['CaseEpisode | Version', 'Person | any fact'],
  BY: ['Stay', 'Person'],
  AT: ['Stay', 'Place'],
  SUPPORTS: ['Evidence', 'Stay'],
  CONTRADICTS: ['Evidence', 'Stay'],
  ABOUT: ['Evidence | Contact | PushItem | TransferTask | Placement', 'Person'],
  NAMES: ['Naming', 'Person'],
  NAMED_FOR: ['Naming', 'CaseEpisode'],
  FOR: ['Determination', 'Person'],
  OF_CASE: ['Determination', 'CaseEpisode'],
  SUPERSEDES: ['Determination', 'Determination'],
  ON: ['Event', 'Contact'],
  USES: ['Run', 'Vehicle'],
  TO_SITE: ['Run', 'Site'],
  HAS: ['Site', 'Room'],
  IN_ROOM: ['Placement', 'Room'],
  INFECTED: ['CaseEpisode', 'CaseEpisode'],
} as const satisfies Record<string, readonly [string, string]>;
export type RelationshipType = keyof typeof RELATIONSHIPS;
