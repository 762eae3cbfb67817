import { asMap, setFrom } from '../platform/shape.js';

const TASK = asMap('TransferTask', 't');
const RUN = asMap('Run', 'r');

export const TASKS_IN_AREA = `
  MATCH (t:TransferTask) WHERE t.state IN $states AND t.areaPath STARTS WITH $areaPath
  RETURN ${TASK} AS task ORDER BY t.dueAt, t.id LIMIT 5000`;
export const TASKS_BY_ID = `MATCH (t:TransferTask) WHERE t.id IN $ids RETURN ${TASK} AS task ORDER BY t.id`;
export const TASKS_OF_RUN = `MATCH (t:TransferTask {runId: $runId}) RETURN ${TASK} AS task ORDER BY t.seatNo, t.id`;
export const LIVE_TASK_OF = `MATCH (t:TransferTask {livePersonId: $personId}) RETURN ${TASK} AS task`;
export const LAST_TASK_OF = `MATCH (t:TransferTask {personId: $personId}) RETURN ${TASK} AS task ORDER BY t.rev DESC LIMIT 1`;
export const PARTY = `MATCH (t:TransferTask {partyId: $partyId}) RETURN ${TASK} AS task ORDER BY t.id`;

/** `livePersonId` and `liveSeat` are set only while they bind: the constraints allow one live task a person and one person a seat. */
export const SAVE_TASKS = `
  UNWIND $rows AS row
  MERGE (t:TransferTask {id: row.id})
  ${setFrom('TransferTask', 't', 'row')}, t.rev = $rev
  WITH t, row
  MATCH (p:Person {id: row.personId})
  MERGE (t)-[:ABOUT]->(p)`;

/** Seats change hands inside one run: all are given up before any is taken, or two people swapping would meet at the constraint. */
export const FREE_SEATS = 'MATCH (t:TransferTask) WHERE t.id IN $ids SET t.liveSeat = null';

export const RUNS_IN_AREA = `
  MATCH (r:Run)-[:USES]->(v:Vehicle) MATCH (a:Area {id: v.areaId})
  WHERE r.state IN $states AND (a.path STARTS WITH $areaPath OR $areaPath STARTS WITH a.path)
  RETURN ${RUN} AS run ORDER BY r.createdAt DESC, r.id LIMIT 500`;
export const RUN_BY_ID = `MATCH (r:Run {id: $id}) RETURN ${RUN} AS run`;
export const SAVE_RUNS = `
  UNWIND $rows AS row
  MERGE (r:Run {id: row.id})
  ${setFrom('Run', 'r', 'row')}, r.rev = $rev
  WITH r, row
  OPTIONAL MATCH (r)-[old:USES|TO_SITE]->()
  DELETE old
  WITH DISTINCT r, row
  MATCH (v:Vehicle {id: row.vehicleId})
  MATCH (s:Site {id: row.siteId})
  CREATE (r)-[:USES]->(v), (r)-[:TO_SITE]->(s)`;

export const VEHICLES = `
  MATCH (v:Vehicle) MATCH (a:Area {id: v.areaId}) WHERE a.path STARTS WITH $areaPath OR $areaPath STARTS WITH a.path
  RETURN ${asMap('Vehicle', 'v')} AS vehicle ORDER BY v.plate`;
export const SITES = `
  MATCH (s:Site) WHERE s.areaPath STARTS WITH $areaPath OR $areaPath STARTS WITH s.areaPath
  RETURN ${asMap('Site', 's')} AS site ORDER BY s.id`;
export const LINK_ROOM = `
  WITH n, row
  MATCH (s:Site {id: row.siteId})
  MERGE (s)-[:HAS]->(n)`;
export const ROOMS = `MATCH (r:Room) WHERE r.siteId IN $siteIds RETURN ${asMap('Room', 'r')} AS room ORDER BY r.siteId, r.floor DESC, r.no`;

export const LIVE_PLACEMENTS = `
  MATCH (p:Placement) WHERE p.siteId IN $siteIds AND p.to IS NULL RETURN ${asMap('Placement', 'p')} AS placement ORDER BY p.roomId, p.id`;
export const LIVE_PLACEMENT_OF = `MATCH (p:Placement {livePersonId: $personId}) RETURN ${asMap('Placement', 'p')} AS placement`;
export const SAVE_PLACEMENTS = `
  UNWIND $rows AS row
  MERGE (p:Placement {id: row.id})
  ${setFrom('Placement', 'p', 'row')}, p.rev = $rev
  WITH p, row
  MATCH (person:Person {id: row.personId})
  MATCH (room:Room {id: row.roomId})
  MERGE (p)-[:ABOUT]->(person)
  MERGE (p)-[:IN_ROOM]->(room)`;

/** The earliest of the second handshake and the room: from then on nobody new is exposed by the person. */
export const ISOLATED_SINCE = `
  UNWIND $personIds AS personId
  OPTIONAL MATCH (push:PushItem {personId: personId}) WHERE push.controlledAt IS NOT NULL
  WITH personId, min(push.controlledAt) AS controlledAt
  OPTIONAL MATCH (room:Placement {personId: personId}) WHERE room.from IS NOT NULL
  WITH personId, controlledAt, min(room.from) AS placedAt
  WITH personId, CASE WHEN placedAt IS NULL OR controlledAt < placedAt THEN controlledAt ELSE placedAt END AS since
  WHERE since IS NOT NULL
  RETURN personId, since.epochMillis AS since`;
