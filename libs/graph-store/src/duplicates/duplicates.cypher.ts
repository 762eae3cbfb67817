import { asMap, setFrom } from '../platform/shape.js';

const PAIR = asMap('DuplicatePair', 'd');

/** Both records are in use: what was asked of one that is merged is asked of the one who stayed. */
const IN_USE = 'MATCH (p:Person {id: d.a}) WHERE p.mergedInto IS NULL MATCH (q:Person {id: d.b}) WHERE q.mergedInto IS NULL';

/** Wherever either may lie: which of these counts is said where it is decided who sees a pair. */
export const UNDECIDED_PAIRS = `
  MATCH (d:DuplicatePair) WHERE d.state IN ['OPEN', 'LATER']
  ${IN_USE}
  OPTIONAL MATCH (c:Contact) WHERE c.personId IN [d.a, d.b]
  WITH d, p, q, collect(c.homePath) AS homes
  WHERE size(homes) > 0
    AND any(path IN homes + [p.areaPath, q.areaPath] + [(p)<-[:OF]-(e:CaseEpisode) | e.areaPath] + [(q)<-[:OF]-(e:CaseEpisode) | e.areaPath]
            WHERE path STARTS WITH $homePath)
  RETURN ${PAIR} AS pair ORDER BY d.holds DESC, d.weight DESC, d.id LIMIT 2000`;
export const DECIDED_SINCE = `
  MATCH (d:DuplicatePair) WHERE d.state IN ['SAME', 'NOT_SAME', 'HOUSEHOLD'] AND d.decidedAt >= datetime({epochMillis: $since, timezone: $tz})
  OPTIONAL MATCH (a:Contact {personId: d.a})
  OPTIONAL MATCH (b:Contact {personId: d.b})
  WITH d, coalesce(a.homePath, b.homePath) AS home WHERE home STARTS WITH $homePath
  RETURN count(CASE WHEN d.state = 'SAME' AND d.decidedBy <> $engine THEN 1 END) AS same,
         count(CASE WHEN d.state = 'SAME' AND d.decidedBy = $engine THEN 1 END) AS attached, count(CASE d.state WHEN 'NOT_SAME' THEN 1 END) AS notSame,
         count(CASE d.state WHEN 'HOUSEHOLD' THEN 1 END) AS household, percentileDisc(d.seconds, 0.5) AS medianSeconds`;
export const LABELLED_PAIRS = `
  MATCH (d:DuplicatePair) WHERE d.state IN ['SAME', 'NOT_SAME', 'HOUSEHOLD'] AND d.weight IS NOT NULL AND d.decidedBy <> $engine
  OPTIONAL MATCH (a:Contact {personId: d.a})
  OPTIONAL MATCH (b:Contact {personId: d.b})
  WITH d, coalesce(a.homePath, b.homePath) AS home WHERE home STARTS WITH $homePath
  RETURN ${PAIR} AS pair ORDER BY d.decidedAt DESC, d.id LIMIT 5000`;

/** One for the whole deployment, under the profile it is of; those that counted before stay under its id with their revision. */
const SETTING = 's.match AS match, s.review AS review, s.weights AS weights, s.reason AS reason, s.by AS by, s.at.epochMillis AS at';
export const IDENTITY_SETTING = `MATCH (s:IdentitySetting {id: $id}) RETURN ${SETTING}`;
export const IDENTITY_SETTINGS = `
  MATCH (s:IdentitySetting) WHERE s.id = $id OR s.id STARTS WITH $id + '@' RETURN ${SETTING} ORDER BY s.rev DESC LIMIT $first`;
export const SAVE_IDENTITY_SETTING = `
  OPTIONAL MATCH (former:IdentitySetting {id: $id})
  FOREACH (one IN CASE WHEN former IS NULL THEN [] ELSE [former] END |
    CREATE (v:IdentitySetting {id: $id + '@' + toString(one.rev)})
    SET v.match = one.match, v.review = one.review, v.weights = one.weights, v.reason = one.reason, v.by = one.by, v.at = one.at, v.rev = one.rev)
  MERGE (s:IdentitySetting {id: $id})
  SET s.match = $match, s.review = $review, s.weights = $weights, s.reason = $reason, s.by = $by,
      s.at = datetime({epochMillis: $at, timezone: $tz}), s.rev = $rev`;
/** Under the profile as well. */
export const IDENTITY_LABELS = 'MATCH (s:IdentitySetting {id: $id}) RETURN s.labels AS labels, s.by AS by, s.at.epochMillis AS at';
export const SAVE_IDENTITY_LABELS = `
  MERGE (s:IdentitySetting {id: $id})
  SET s.labels = $labels, s.by = $by, s.at = datetime({epochMillis: $at, timezone: $tz}), s.rev = $rev`;
export const PAIRS_BY_ID = `MATCH (d:DuplicatePair) WHERE d.id IN $ids RETURN ${PAIR} AS pair`;
export const OPEN_PAIRS_OF = `
  CALL () {
    MATCH (d:DuplicatePair) WHERE d.a IN $personIds RETURN d
    UNION
    MATCH (d:DuplicatePair) WHERE d.b IN $personIds RETURN d
  }
  WITH d WHERE d.state IN ['OPEN', 'LATER']
  ${IN_USE}
  RETURN DISTINCT ${PAIR} AS pair, d.id AS id ORDER BY id`;
export const TOLD_APART = `
  UNWIND $personIds AS personId
  CALL (personId) {
    MATCH (d:DuplicatePair {a: personId}) RETURN d
    UNION
    MATCH (d:DuplicatePair {b: personId}) RETURN d
  }
  WITH personId, d WHERE d.state IN ['NOT_SAME', 'HOUSEHOLD']
  RETURN personId, count(d) AS others`;
export const PAIRS_CARRIED_BY = `
  MATCH (d:DuplicatePair) WHERE d.state IN ['OPEN', 'LATER'] AND d.carriedBy = $mergeId RETURN ${PAIR} AS pair ORDER BY d.id`;
export const REMOVE_PAIRS = 'MATCH (d:DuplicatePair) WHERE d.id IN $ids DELETE d';
export const SAVE_PAIRS = `
  UNWIND $rows AS row
  MERGE (d:DuplicatePair {id: row.id})
  ${setFrom('DuplicatePair', 'd', 'row')}, d.rev = $rev`;

export const SAME_DOCUMENT = `
  MATCH (p:Person) WHERE p.id IN $personIds
  MATCH (p)-[:HOLDS]->(doc:IdDocument)<-[:HOLDS]-(q:Person)
  WHERE q <> p AND p.mergedInto IS NULL AND q.mergedInto IS NULL AND doc.valid
  RETURN DISTINCT p.id AS a, q.id AS b, p.name AS nameA, q.name AS nameB`;
export const SAME_PHONE_AND_NAME = `
  MATCH (p:Person) WHERE p.id IN $personIds AND p.name <> ''
  MATCH (p)-[:REACHED_AT]->(:Phone)<-[:REACHED_AT]-(q:Person)
  WHERE q <> p AND p.mergedInto IS NULL AND q.mergedInto IS NULL AND p.name = q.name
  RETURN DISTINCT p.id AS a, q.id AS b, p.name AS nameA, q.name AS nameB`;

export const BEFORE_MERGE = `
  MATCH (kept:Person {id: $keptId}) MATCH (gone:Person {id: $mergedId})
  RETURN [(gone)-[:HOLDS]->(d) | d.id] AS documents, [(gone)-[:REACHED_AT]->(f) | f.id] AS phones,
         [(kept)-[:HOLDS]->(d) | d.id] AS keptDocuments, [(kept)-[:REACHED_AT]->(f) | f.id] AS keptPhones,
         [(s:Stay)-[:BY]->(gone) | s.id] AS stayIds, [(e:Evidence)-[:ABOUT]->(gone) | e.id] AS evidenceIds,
         [(n:Naming)-[:NAMES]->(gone) | n.id] AS namingIds, [(r:SourceRecord)-[:DESCRIBES]->(gone) | r.id] AS recordIds,
         [(c:CaseEpisode)-[:OF]->(gone) | c.id] AS caseIds`;

export const KEYS_OF = `
  MATCH (p:Person {id: $personId}) RETURN [(p)-[:HOLDS]->(d) | d.id] AS documents, [(p)-[:REACHED_AT]->(f) | f.id] AS phones`;
export const KEYS_TO = `
  MATCH (p:Person {id: $personId})
  OPTIONAL MATCH (p)-[old:HOLDS|REACHED_AT]->()
  DELETE old
  WITH DISTINCT p
  CALL (p) { UNWIND $documents AS id MATCH (d:IdDocument {id: id}) MERGE (p)-[:HOLDS]->(d) }
  CALL (p) { UNWIND $phones AS id MATCH (f:Phone {id: id}) MERGE (p)-[:REACHED_AT]->(f) }`;

/** One statement a kind, all in the transaction of the merge: what pointed at one person points at the other. */
export const POINT_STAYS = `
  MATCH (p:Person {id: $personId}) UNWIND $ids AS id
  MATCH (s:Stay {id: id})-[old:BY]->() DELETE old CREATE (s)-[:BY]->(p) SET s.personId = p.id, s.rev = $rev`;
export const POINT_EVIDENCE = `
  MATCH (p:Person {id: $personId}) UNWIND $ids AS id
  MATCH (e:Evidence {id: id})-[old:ABOUT]->() DELETE old CREATE (e)-[:ABOUT]->(p) SET e.personId = p.id, e.rev = $rev`;
export const POINT_NAMINGS = `
  MATCH (p:Person {id: $personId}) UNWIND $ids AS id
  MATCH (n:Naming {id: id})-[old:NAMES]->() DELETE old CREATE (n)-[:NAMES]->(p) SET n.personId = p.id, n.rev = $rev`;
export const POINT_RECORDS = `
  MATCH (p:Person {id: $personId}) UNWIND $ids AS id
  MATCH (r:SourceRecord {id: id})-[old:DESCRIBES]->() DELETE old
  CREATE (r)-[:DESCRIBES {at: datetime({epochMillis: $now, timezone: $tz}), by: $by}]->(p)`;
export const POINT_CASES = `
  MATCH (p:Person {id: $personId}) UNWIND $ids AS id
  MATCH (c:CaseEpisode {id: id})-[old:OF]->(:Person) DELETE old CREATE (c)-[:OF]->(p) SET c.personId = p.id, c.rev = $rev`;
export const MARK_MERGED = 'MATCH (p:Person {id: $mergedId}) SET p.mergedInto = $keptId, p.rev = $rev';

export const SAVE_MERGE = `
  MERGE (m:Merge {id: $row.id})
  ${setFrom('Merge', 'm', '$row')}, m.rev = $rev`;
export const MERGE_BY_ID = `MATCH (m:Merge {id: $id}) RETURN ${asMap('Merge', 'm')} AS merge`;
export const MERGES_OF = `MATCH (m:Merge) WHERE m.keptId = $personId OR m.mergedId = $personId RETURN ${asMap('Merge', 'm')} AS merge ORDER BY m.at DESC`;
export const STANDING_MERGES_OF = `
  MATCH (m:Merge) WHERE m.mergedId IN $ids AND m.undoneAt IS NULL RETURN ${asMap('Merge', 'm')} AS merge ORDER BY m.at, m.id`;
export const RECENT_MERGES = `
  MATCH (m:Merge) MATCH (c:Contact {personId: m.keptId}) WHERE c.homePath STARTS WITH $homePath
  OPTIONAL MATCH (gone:Contact {personId: m.mergedId})
  WITH m, gone WHERE gone IS NULL OR gone.homePath STARTS WITH $homePath
  RETURN ${asMap('Merge', 'm')} AS merge ORDER BY m.at DESC LIMIT $first`;
