import { CLOSE_CLASS, classRank, type Protocol, SECOND_CLASS } from '@tracewright/epi-core';
import { addedUpSql } from './added-up-sql.js';
import { islandsSql } from './islands-sql.js';
import { possibleOnly, rulesSql } from './rules-sql.js';

const PAIR = 'case_id, via, contact';

const airFit = (field: string, side: string): string =>
  `CASE WHEN r.${field} = '' THEN 2 WHEN ${side}.${field} = 'unknown' THEN 1 WHEN ${side}.${field} = r.${field} THEN 2 ELSE 0 END`;

/** Both sides in the list 2, neither 0, else 1; a list that is empty is every setting. */
const settingsFit = (anywhere: string, one: string, other: string): string =>
  `CASE WHEN ${anywhere}.rule_no IS NOT NULL OR (${one}.fit = 2 AND ${other}.fit = 2) THEN 2
                WHEN COALESCE(${one}.fit, 0) = 0 AND COALESCE(${other}.fit, 0) = 0 THEN 0 ELSE 1 END`;

const ofPair = (table: string): string =>
  `${table}.certainty = b.certainty AND ${table}.case_id = b.case_id AND ${table}.via = b.via AND ${table}.contact = b.contact`;

/** The contacts of whoever `sources_N` says exposes others when: meetings, units of them, what counts, and the rows of ruling 11. */
function degreeSql(protocol: Protocol, n: 1 | 2): string {
  return `${rulesSql(protocol, n)},
present_${n} AS (
  SELECT x.case_id, x.via, x.middle_definite, x.wide_from, x.wide_to, x.sure_from, x.sure_to, s.*,
         GREATEST(s.begins, x.wide_from) AS wide_begins, LEAST(s.ends, x.wide_to) AS wide_ends,
         GREATEST(s.begins_latest, x.sure_from) AS sure_begins, LEAST(s.ends_earliest, x.sure_to) AS sure_ends
  FROM sources_${n} x JOIN stays s ON s.person = x.person
),
met_${n} AS (
  SELECT c.case_id, c.via, c.middle_definite, k.person AS contact, c.place, k.protection, r.rule_no, r.gap, r.bare,
         GREATEST(c.wide_begins, k.begins) AS begins, LEAST(c.wide_ends + r.lag, k.ends) AS ends,
         CASE WHEN c.sure_begins < c.sure_ends OR (c.sure_begins = c.sure_ends AND c.begins_latest = c.ends_earliest AND c.sure_ends < c.sure_to)
              THEN GREATEST(c.sure_begins, k.begins_latest) END AS sure_begins,
         LEAST(c.sure_ends + r.lag, k.ends_earliest) AS sure_ends,
         LEAST(r.cap,
           CASE WHEN c.ceiling = 'definite' AND k.ceiling = 'definite' THEN 2 ELSE 1 END,
           CASE WHEN r.strict_class = 1 AND (c.whole_venue = 1 OR k.whole_venue = 1) THEN 1 ELSE 2 END,
           CASE WHEN c.seats_apart = 0 OR k.seats_apart = 0 OR (c.seat IS NULL AND k.seat IS NULL) OR c.seat = k.seat THEN 2
                WHEN c.seat IS NULL OR k.seat IS NULL THEN 1 ELSE 0 END,
           ${airFit('enclosed', 'c')}, ${airFit('enclosed', 'k')}, ${airFit('ventilation', 'c')}, ${airFit('ventilation', 'k')},
           ${settingsFit('a1', 'f1', 'f2')}, ${settingsFit('a2', 'g1', 'g2')}) AS fit
  FROM present_${n} c
  JOIN stays k ON k.place = c.place AND k.person <> c.person
  JOIN rules_${n} r ON k.begins < c.wide_ends + r.lag AND k.ends > c.wide_begins
  LEFT JOIN anywhere_${n} a1 ON a1.rule_no = r.rule_no
  LEFT JOIN side_fit_${n} f1 ON f1.rule_no = r.rule_no AND f1.setting = COALESCE(c.setting, '')
  LEFT JOIN side_fit_${n} f2 ON f2.rule_no = r.rule_no AND f2.setting = COALESCE(k.setting, '')
  LEFT JOIN anywhere_${n} a2 ON a2.rule_no = -1
  LEFT JOIN side_fit_${n} g1 ON g1.rule_no = -1 AND g1.setting = COALESCE(c.setting, '')
  LEFT JOIN side_fit_${n} g2 ON g2.rule_no = -1 AND g2.setting = COALESCE(k.setting, '')
  WHERE (c.wide_begins < c.wide_ends OR (c.wide_begins = c.wide_ends AND c.begins = c.ends AND c.wide_ends < c.wide_to))
    AND k.person NOT IN (SELECT person FROM not_listed_${n})
),
pieces_${n} AS (${islandsSql(`(SELECT * FROM met_${n} WHERE fit > 0 AND begins < ends AND (bare = 0 OR protection <> 'effective'))`, `${PAIR}, place, rule_no`, 'gap', 'unit')}
),
bounds_${n} AS (
  SELECT 'widest' AS bound, ${PAIR}, middle_definite, place, rule_no, gap, unit, begins, ends FROM pieces_${n}
  UNION ALL
  SELECT 'surest', ${PAIR}, middle_definite, place, rule_no, gap, unit, sure_begins, sure_ends FROM pieces_${n} WHERE sure_begins < sure_ends
  UNION ALL
  SELECT 'proven', ${PAIR}, middle_definite, place, rule_no, gap, unit, sure_begins, sure_ends FROM pieces_${n} WHERE fit = 2 AND sure_begins < sure_ends
),
joined_${n} AS (
  SELECT bound, ${PAIR}, middle_definite, place, rule_no, gap, unit, MIN(begins) AS begins, MAX(ends) AS ends
  FROM (${islandsSql(`bounds_${n}`, `bound, ${PAIR}, place, rule_no, unit`, '0', 'piece')}
  ) islands
  GROUP BY bound, ${PAIR}, middle_definite, place, rule_no, gap, unit, piece
),
runs_${n} AS (
  SELECT bound, ${PAIR}, place, rule_no, unit, run, SUM(ends - begins) AS seconds
  FROM (${islandsSql(`(SELECT * FROM joined_${n} WHERE bound <> 'surest')`, `bound, ${PAIR}, place, rule_no, unit`, 'gap', 'run')}
  ) islands
  GROUP BY bound, ${PAIR}, place, rule_no, unit, run
),
${addedUpSql(protocol, n, PAIR)},
counting_${n} AS (
  SELECT DISTINCT CASE WHEN bound = 'proven' THEN 'definite' ELSE 'possible' END AS certainty, ${PAIR}, place, rule_no, unit
  FROM (
    SELECT u.bound, u.case_id, u.via, u.contact, u.place, u.rule_no, u.unit
    FROM runs_${n} u JOIN rules_${n} r ON r.rule_no = u.rule_no
    WHERE u.seconds > r.single_min OR (u.seconds = r.single_min AND r.single_strict = 0)
    UNION ALL
    SELECT j.bound, j.case_id, j.via, j.contact, j.place, j.rule_no, j.unit
    FROM joined_${n} j JOIN stretches_${n} t
      ON t.bound = j.bound AND t.case_id = j.case_id AND t.via = j.via AND t.contact = j.contact AND t.rule_no = j.rule_no
     AND t.at_place = CASE WHEN t.at_place = '' THEN '' ELSE j.place END AND j.begins < t.ends AND j.ends > t.begins
  ) either_way
),
pairs_${n} AS (
  SELECT ${PAIR}, middle_definite, MAX(CASE WHEN protection = 'effective' THEN 1 ELSE 0 END) AS guarded
  FROM met_${n} WHERE begins < ends GROUP BY ${PAIR}, middle_definite
),
hits_${n} AS (
  SELECT h.*, r.rule_id, r.class, r.class_rank, r.rule_rank,
         MIN(r.class_rank) OVER (PARTITION BY h.certainty, h.case_id, h.via, h.contact) AS best
  FROM counting_${n} h
  JOIN rules_${n} r ON r.rule_no = h.rule_no
  JOIN pairs_${n} m ON m.case_id = h.case_id AND m.via = h.via AND m.contact = h.contact
  WHERE (h.certainty = 'possible' OR m.middle_definite = 1) AND r.guarded <= m.guarded
),
counted_${n} AS (
  SELECT h.certainty, h.class, h.class_rank, j.bound, j.case_id, j.via, j.contact, j.place, j.rule_no, j.unit, j.begins, j.ends
  FROM hits_${n} h JOIN joined_${n} j
    ON j.case_id = h.case_id AND j.via = h.via AND j.contact = h.contact AND j.place = h.place AND j.rule_no = h.rule_no AND j.unit = h.unit
  WHERE h.class_rank = h.best
    AND j.bound IN ('widest', CASE WHEN h.certainty = 'definite' THEN 'proven' ELSE 'surest' END)
),
spans_${n} AS (
  SELECT certainty, CASE WHEN bound = 'widest' THEN 'widest' ELSE 'surest' END AS span, ${PAIR}, place, begins, ends FROM counted_${n}
  UNION ALL
  SELECT certainty, 'hull', ${PAIR}, place, MIN(begins), MAX(ends) FROM counted_${n} WHERE bound = 'widest'
  GROUP BY certainty, ${PAIR}, place, rule_no, unit
),
sums_${n} AS (
  SELECT certainty, ${PAIR}, span, MIN(begins) AS begins, MAX(ends) AS ends, SUM(ends - begins) AS seconds, COUNT(*) AS meetings
  FROM (
    SELECT certainty, ${PAIR}, span, MIN(begins) AS begins, MAX(ends) AS ends
    FROM (${islandsSql(`spans_${n}`, `certainty, span, ${PAIR}, place`, '0', 'island')}
    ) islands
    GROUP BY certainty, ${PAIR}, span, place, island
  ) united
  GROUP BY certainty, ${PAIR}, span
),
named_${n} AS (
  SELECT certainty, ${PAIR}, class, class_rank, rule_id,
         ROW_NUMBER() OVER (PARTITION BY certainty, ${PAIR} ORDER BY rule_rank) AS place_in_line
  FROM hits_${n} WHERE class_rank = best
),
rows_${n} AS (
  SELECT b.certainty, b.case_id, b.via, b.contact, b.class, b.class_rank, b.rule_id,
         h.begins AS first, h.ends AS last, s.begins AS first_surest, COALESCE(s.seconds, 0) AS seconds_min, w.seconds AS seconds_max, h.meetings AS encounters
  FROM named_${n} b
  JOIN sums_${n} h ON h.span = 'hull' AND ${ofPair('h')}
  JOIN sums_${n} w ON w.span = 'widest' AND ${ofPair('w')}
  LEFT JOIN sums_${n} s ON s.span = 'surest' AND ${ofPair('s')}
  WHERE b.place_in_line = 1
),
told_${n} AS (
  SELECT p.* FROM rows_${n} p
  LEFT JOIN rows_${n} d ON d.certainty = 'definite' AND d.case_id = p.case_id AND d.via = p.via AND d.contact = p.contact
  WHERE p.certainty = 'definite' OR d.class_rank IS NULL OR p.class_rank < d.class_rank
)`;
}

const CASES = `not_listed_1 AS (
  SELECT person FROM cases WHERE category <> 'excluded'
),
sources_1 AS (
  SELECT w.case_id, '' AS via, 1 AS middle_definite, q.person,
         w.begins AS wide_from, w.ends AS wide_to, w.begins AS sure_from, w.ends AS sure_to
  FROM windows w JOIN cases q ON q.case_id = w.case_id
  WHERE q.category <> 'excluded' AND w.begins < w.ends
)`;

/** Each close contact from the first exposure until isolated, and who is not asked about any more (ruling 12). */
const middles = (protocol: Protocol, asOf: string): string => `not_listed_2 AS (
  SELECT person FROM not_listed_1
  UNION
  SELECT contact FROM told_1 WHERE certainty = 'definite' AND class_rank <= ${classRank(protocol, SECOND_CLASS)}
),
sources_2 AS (
  SELECT case_id, via, middle_definite, person, wide_from, wide_to,
         CASE WHEN middle_definite = 1 THEN first_surest ELSE wide_to END AS sure_from, wide_to AS sure_to
  FROM (
    SELECT t.case_id, t.contact AS via, CASE WHEN t.certainty = 'definite' THEN 1 ELSE 0 END AS middle_definite, t.contact AS person,
           t.first AS wide_from, COALESCE(i.isolated_at, ${asOf}) AS wide_to, t.first_surest
    FROM told_1 t LEFT JOIN isolations i ON i.person = t.contact
    WHERE t.class = '${CLOSE_CLASS}'
  ) middle
  WHERE wide_from < wide_to
)`;

const TABLES = `-- Tables, times in seconds since 1970, [begins, ends):
--   stays(person, place, begins, ends, begins_latest, ends_earliest, ceiling, setting, seat, seats_apart, whole_venue, enclosed, ventilation, protection)
--   cases(case_id, person, category); windows(case_id, begins, ends), the infectious windows under this protocol
--   isolations(person, isolated_at) for the second degree; days(begins, ends), the local calendar days, where minutes of a day are added up
-- The same place only. Rows as \`derive\` gives them; via is empty in the first degree.`;

/**
 * The question in SQL that DuckDB and Spark SQL both run, over the tables that \`export --format parquet\` writes. \`asOf\`: seconds
 * since 1970; null: the latest end in the stays.
 */
export function exposureSql(protocol: Protocol, degree: 1 | 2, asOf: number | null): string {
  const unjudged = possibleOnly(protocol);
  const second = degree === 2 && protocol.secondDegree !== null;
  const until = asOf === null ? '(SELECT MAX(ends) FROM stays)' : String(asOf);
  const told = (n: 1 | 2) =>
    `SELECT case_id, contact, via, class, certainty, rule_id AS rule, first, last, seconds_min, seconds_max, encounters FROM told_${n}`;
  return `-- ${protocol.id} ${protocol.version}: contacts of the ${second ? 'first and second' : 'first'} degree.
${TABLES}
${unjudged.length === 0 ? '' : `-- Not in the tables, so at most possible: ${unjudged.join(', ')}.\n`}WITH ${CASES},
${degreeSql(protocol, 1)}${second ? `,\n${middles(protocol, until)},\n${degreeSql(protocol, 2)}` : ''}
${told(1)}${second ? `\nUNION ALL\n${told(2)}` : ''}
ORDER BY case_id, contact, via, certainty`;
}
