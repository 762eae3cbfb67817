export const VERIFICATIONS = `
  MATCH (p:ProtocolVersion)
  RETURN p.id AS id, p.verifiedBy AS by, p.verifiedAt.epochMillis AS at, coalesce(p.demoOnly, false) AS demoOnly ORDER BY id`;

export const VERIFY_PROTOCOL = `
  MERGE (p:ProtocolVersion {id: $id})
  SET p.verifiedBy = $by, p.verifiedAt = datetime({epochMillis: $at, timezone: $tz}), p.demoOnly = $demoOnly, p.rev = $rev`;
