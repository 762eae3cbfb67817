import { asMap, setFrom } from '../platform/shape.js';

const BATCH = asMap('ImportBatch', 'b');

export const BATCH_BY_ID = `MATCH (b:ImportBatch {id: $id}) RETURN ${BATCH} AS batch`;
export const RECENT_BATCHES = `
  MATCH (b:ImportBatch) WHERE b.areaPath STARTS WITH $areaPath
  RETURN ${BATCH} AS batch ORDER BY b.at DESC, b.id LIMIT $first`;
export const UNFINISHED_BATCHES = `
  MATCH (b:ImportBatch) WHERE b.state = 'RUNNING' OR b.underivedFrom IS NOT NULL
  RETURN ${BATCH} AS batch ORDER BY b.at, b.id`;
export const SAVE_BATCH = `
  MERGE (b:ImportBatch {id: $row.id})
  ${setFrom('ImportBatch', 'b', '$row')}, b.rev = $rev`;
export const TAKE_UNDERIVED = `
  MATCH (b:ImportBatch) WHERE b.source = $source AND b.fileHash = $fileHash AND b.underivedFrom IS NOT NULL
  WITH b, b.underivedFrom AS from
  REMOVE b.underivedFrom
  RETURN min(from) AS from`;

export const MAPPING_FOR = `MATCH (m:SavedMapping {id: $headers}) RETURN m.mapping AS mapping`;
export const MAPPING_NAMED = `MATCH (m:SavedMapping {name: $name}) RETURN m.mapping AS mapping ORDER BY m.at DESC LIMIT 1`;
export const REMEMBER_MAPPING = `
  MERGE (m:SavedMapping {id: $headers})
  SET m.name = $name, m.headers = $headers, m.mapping = $mapping, m.at = datetime({epochMillis: $now, timezone: $tz}), m.by = $by`;

export const FILES_LIKE = `
  MATCH (f:ImportedFile {source: $source, headers: $headers})
  RETURN f {.source, .mark, .headers, .rows} AS file ORDER BY f.mark = $mark DESC, f.at DESC, f.id LIMIT $first`;
export const REMEMBER_FILE = `
  MERGE (f:ImportedFile {id: $source + '|' + $mark})
  SET f.source = $source, f.mark = $mark, f.headers = $headers, f.rows = $rows, f.at = datetime({epochMillis: $now, timezone: $tz})`;

export const KNOWN_AREAS = `MATCH (n:Area) WHERE n.id IN $ids RETURN n.id AS id`;
export const KNOWN_PLACES = `MATCH (n:Place) WHERE n.id IN $ids RETURN n.id AS id`;
export const KNOWN_PEOPLE = `MATCH (n:Person) WHERE n.id IN $ids RETURN n.id AS id`;
export const KNOWN_CASES = `MATCH (n:CaseEpisode) WHERE n.id IN $ids RETURN n.id AS id`;
export const KNOWN_CASE_NOS = `MATCH (n:CaseEpisode) WHERE n.no IN $ids RETURN n.no AS id`;
export const KNOWN_STAYS = `MATCH (n:Stay) WHERE n.id IN $ids AND n.deleted IS NULL RETURN n.id AS id`;
export const KNOWN_EVIDENCE = `MATCH (n:Evidence) WHERE n.id IN $ids RETURN n.id AS id`;
export const KNOWN_NAMINGS = `MATCH (n:Naming) WHERE n.id IN $ids AND n.deleted IS NULL RETURN n.id AS id`;
export const KNOWN_ACCOUNTS = `MATCH (n:Account) WHERE n.login IN $ids RETURN n.login AS id`;
