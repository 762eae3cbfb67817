import { asMap, setFrom } from '../platform/shape.js';

const PUSH = asMap('PushItem', 'p');

export const PUSHES_BY_ID = `MATCH (p:PushItem) WHERE p.id IN $ids RETURN ${PUSH} AS push`;
export const PUSHES_OF_PERSON = `MATCH (p:PushItem {personId: $personId}) RETURN ${PUSH} AS push ORDER BY p.version DESC, p.id DESC`;
export const LIVE_PUSH_OF = `MATCH (p:PushItem {livePersonId: $personId}) RETURN ${PUSH} AS push`;

export const PUSHES_TO_AREA = `
  MATCH (p:PushItem) WHERE p.toAreaPath STARTS WITH $areaPath AND p.state IN $states
  RETURN ${PUSH} AS push ORDER BY p.dueAt, p.id LIMIT $first`;

export const PUSHES_FROM = `
  MATCH (c:Contact) WHERE c.homePath STARTS WITH $homePath AND c.pushId IS NOT NULL
  MATCH (p:PushItem {id: c.pushId}) WHERE p.state IN $states
  RETURN ${PUSH} AS push ORDER BY p.dueAt, p.id LIMIT $first`;

export const PUSH_COUNTS = `
  MATCH (c:Contact) WHERE c.homePath STARTS WITH $homePath AND c.review IN ['ACCEPTED', 'CHECKED'] AND c.cls IN ['CLOSE', 'SECOND']
  OPTIONAL MATCH (p:PushItem {id: c.pushId})
  WITH coalesce(p.toAreaId, c.areaId) AS areaId, c, p
  RETURN areaId,
    sum(CASE WHEN p IS NULL OR p.state IN ['DRAFT', 'CHECKED', 'RETURNED'] THEN 1 ELSE 0 END) AS draft,
    sum(CASE WHEN p.state = 'SENT' THEN 1 ELSE 0 END) AS unacked,
    sum(CASE WHEN p.state IN ['ACKED', 'LOCATED'] THEN 1 ELSE 0 END) AS placing,
    sum(CASE WHEN p.state IN ['CONTROLLED', 'CLOSED'] THEN 1 ELSE 0 END) AS placed,
    min(CASE WHEN p.state IN ['SENT', 'ACKED', 'LOCATED'] THEN p.dueAt END).epochMillis AS worstDueAt`;

/** `livePersonId` is set exactly while the push binds somebody: the constraint on it allows one per person (ruling 24). */
export const SAVE_PUSHES = `
  UNWIND $rows AS row
  MERGE (p:PushItem {id: row.id})
  ${setFrom('PushItem', 'p', 'row')}, p.rev = $rev
  WITH p, row
  MATCH (person:Person {id: row.personId})
  MERGE (p)-[:ABOUT]->(person)`;

export const TELL = `UNWIND $rows AS row CREATE (n:Notice) ${setFrom('Notice', 'n', 'row')}, n.rev = $rev`;

export const NOTICES = `
  MATCH (n:Notice) WHERE n.toAreaPath STARTS WITH $areaPath
  RETURN ${asMap('Notice', 'n')} AS notice ORDER BY n.at DESC, n.id DESC LIMIT $first`;

export const MARK_READ = `
  MATCH (n:Notice) WHERE n.id IN $ids AND n.toAreaPath STARTS WITH $areaPath
  SET n.readAt = datetime({epochMillis: $now, timezone: $tz}), n.readBy = $by`;

export const GIVE_TASKS = `
  UNWIND $rows AS row
  MERGE (t:Task {id: row.id})
  ${setFrom('Task', 't', 'row')}, t.rev = $rev`;

export const OPEN_TASKS = `
  MATCH (t:Task {role: $role}) WHERE t.doneAt IS NULL AND t.areaPath STARTS WITH $areaPath
  RETURN ${asMap('Task', 't')} AS task ORDER BY t.dueAt, t.id LIMIT 500`;

export const FINISH_TASKS = `
  MATCH (t:Task) WHERE t.subjectId IN $subjectIds AND t.doneAt IS NULL
  SET t.doneAt = datetime({epochMillis: $now, timezone: $tz}), t.doneBy = $by, t.note = coalesce($note, t.note), t.rev = $rev`;
