/**
 * The head of the chain sits on the counter: locking it puts writers in a row, so the chain never forks. The lock is taken by writing what
 * is not read: a property that a statement both reads and writes may be read before the lock is held.
 */
export const TAKE_REVISION = `
  MATCH (c:Counter {id: 'graph'})
  SET c.id = 'graph'
  WITH c
  SET c.rev = c.rev + 1
  RETURN c.rev AS rev`;

export const LOCK_AUDIT_HEAD = `
  MATCH (c:Counter {id: 'graph'})
  SET c.id = 'graph'
  WITH c
  RETURN c.auditSeq AS seq, c.auditHash AS hash`;

export const APPEND_AUDIT_ENTRIES = `
  MATCH (c:Counter {id: 'graph'})
  SET c.auditSeq = $seq, c.auditHash = $hash
  WITH c
  UNWIND $entries AS entry
  CREATE (a:AuditEntry)
  SET a = entry, a.at = datetime({epochMillis: entry.at, timezone: $tz})`;

export const AUDIT_PAGE = `
  MATCH (a:AuditEntry)
  WHERE a.seq < $before AND ($who IS NULL OR a.who = $who) AND ($subject IS NULL OR $subject IN a.subjects)
  RETURN a.id AS id, a.seq AS seq, a.at.epochMillis AS at, a.who AS who, a.role AS role, a.purpose AS purpose, a.operation AS operation,
         a.subjects AS subjects, a.count AS count, a.previous AS previous, a.hash AS hash
  ORDER BY a.seq DESC LIMIT $first`;

export const AUDIT_CHAIN_FROM = `
  MATCH (a:AuditEntry) WHERE a.seq > $after
  RETURN a.id AS id, a.seq AS seq, a.at.epochMillis AS at, a.who AS who, a.role AS role, a.purpose AS purpose, a.operation AS operation,
         a.subjects AS subjects, a.count AS count, a.previous AS previous, a.hash AS hash
  ORDER BY a.seq LIMIT $first`;
