import type { ExposureRule, Protocol } from '@tracewright/epi-core';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Overlaps of one rule by both bounds; a cumulative minimum is added up over the pair. */
function ruleSql(rule: ExposureRule): string {
  const settings =
    rule.settings.length === 0
      ? ''
      : `\n    AND c.setting IN (${rule.settings.map(quote).join(', ')}) AND k.setting IN (${rule.settings.map(quote).join(', ')})`;
  const least = (rule.single?.min ?? 0) * 60;
  const lag = rule.lag * 60;
  const lagged = lag === 0 ? 'c.case_end' : `c.case_end + INTERVAL '${lag} seconds'`;
  const surest = lag === 0 ? 'c.case_end_earliest' : `c.case_end_earliest + INTERVAL '${lag} seconds'`;
  const sum = rule.cumulative
    ? `\n  HAVING SUM(EXTRACT(EPOCH FROM (LEAST(${surest}, k.end_earliest) - GREATEST(c.case_start_latest, k.start_latest)))) >= ${rule.cumulative.min * 60}`
    : '';
  const single =
    rule.cumulative && !rule.single
      ? ''
      : `\n    AND EXTRACT(EPOCH FROM (LEAST(${lagged}, k."end") - GREATEST(c.case_start, k.start))) >= ${least}`;
  return `  SELECT c."case", k.person AS contact, ${quote(rule.cls)} AS class, ${quote(rule.id)} AS rule,
         MIN(GREATEST(c.case_start, k.start)) AS first, MAX(LEAST(${lagged}, k."end")) AS last,
         SUM(GREATEST(0, EXTRACT(EPOCH FROM (LEAST(${surest}, k.end_earliest) - GREATEST(c.case_start_latest, k.start_latest))))) AS seconds_min,
         SUM(EXTRACT(EPOCH FROM (LEAST(${lagged}, k."end") - GREATEST(c.case_start, k.start)))) AS seconds_max
  FROM case_stays c JOIN stays k ON k.place = c.place AND k.person <> c.person AND k.start < ${lagged} AND k."end" > c.case_start
  WHERE k.person NOT IN (SELECT person FROM cases WHERE category <> 'excluded')${settings}${single}
  GROUP BY c."case", k.person${sum}`;
}

/**
 * The question in plain SQL, for an engine of your own: tables `stays(person, place, start, "end", start_latest, end_earliest, setting)`,
 * `cases("case", person, category)` and `windows("case", start, "end")`, the infectious windows as this project computes them. Same
 * place only; seats, air, protection and the place tree are conditions the tables do not carry.
 */
export function exposureSql(protocol: Protocol): string {
  return `-- ${protocol.id} ${protocol.version}: first-degree contacts by the rules' settings and minutes.
WITH case_stays AS (
  SELECT w."case", s.person, s.place, s.setting,
         GREATEST(s.start, w.start) AS case_start, LEAST(s."end", w."end") AS case_end,
         GREATEST(s.start_latest, w.start) AS case_start_latest, LEAST(s.end_earliest, w."end") AS case_end_earliest
  FROM windows w JOIN cases q ON q."case" = w."case" JOIN stays s ON s.person = q.person
  WHERE s.start < w."end" AND s."end" > w.start AND q.category <> 'excluded'
),
hits AS (
${protocol.exposure.map(ruleSql).join('\n  UNION ALL\n')}
)
SELECT * FROM hits ORDER BY "case", contact, class, rule;`;
}
