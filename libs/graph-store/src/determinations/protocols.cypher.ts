import { asMap, setFrom } from '../platform/shape.js';

export const VERIFICATIONS = `
  MATCH (p:ProtocolVersion) WHERE p.verifiedBy IS NOT NULL
  RETURN p.id AS id, p.verifiedBy AS by, p.verifiedAt.epochMillis AS at, coalesce(p.demoOnly, false) AS demoOnly ORDER BY id`;

export const VERIFY_PROTOCOL = `
  MERGE (p:ProtocolVersion {id: $id})
  SET p.verifiedBy = $by, p.verifiedAt = datetime({epochMillis: $at, timezone: $tz}), p.demoOnly = $demoOnly, p.rev = $rev`;

const VERSION = asMap('ProtocolVersion', 'p');

/** A verification of a shipped version is a node without text. */
export const STORED_VERSIONS = `MATCH (p:ProtocolVersion) WHERE p.text IS NOT NULL RETURN ${VERSION} AS version ORDER BY p.id`;
export const STORED_VERSION = `MATCH (p:ProtocolVersion {id: $id}) WHERE p.text IS NOT NULL RETURN ${VERSION} AS version`;
export const ACTIVE_VERSION = `MATCH (p:ProtocolVersion {activeId: $protocolId}) RETURN ${VERSION} AS version`;

export const SAVE_VERSION = `
  MERGE (p:ProtocolVersion {id: $row.id})
  ${setFrom('ProtocolVersion', 'p', '$row')}, p.rev = $rev`;
