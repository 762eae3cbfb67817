import type { Protocol } from '@tracewright/epi-core';

const enough = (seconds: string): string =>
  `(${seconds} > 0 AND (${seconds} > added_min OR (${seconds} = added_min AND added_strict = 0)))`;

/**
 * Stretches of time within which pieces add up, as `stretchesThatAddUp` finds them: all there is, local calendar days, and windows that
 * roll. Their sums are taken where an edge of a window meets one of a piece; between two such moments a division finds where enough begins.
 */
export function addedUpSql(protocol: Protocol, n: 1 | 2, pair: string): string {
  const windows = new Set(
    protocol.exposure.map(({ cumulative }) => (typeof cumulative?.window === 'number' ? 'ROLLING' : cumulative?.window)),
  );
  const of = `bound, ${pair}, rule_no, at_place`;
  const rule = 'added_min, added_strict, added_length';
  const found = [
    `SELECT ${of}, MIN(begins) AS begins, MAX(ends) AS ends FROM added_${n} WHERE added_window = 'WHOLE_PERIOD'
  GROUP BY ${of}, added_min, added_strict HAVING ${enough('SUM(ends - begins)')}`,
    ...(windows.has('CALENDAR_DAY') ? [`SELECT ${of}, begins, ends FROM on_days_${n} WHERE ${enough('seconds')}`] : []),
    ...(windows.has('ROLLING') ? [`SELECT ${of}, begins, ends FROM rolled_${n} WHERE begins IS NOT NULL`] : []),
  ];
  const days = `on_days_${n} AS (
  SELECT ${of}, added_min, added_strict, d.begins, d.ends, SUM(LEAST(a.ends, d.ends) - GREATEST(a.begins, d.begins)) AS seconds
  FROM added_${n} a JOIN days d ON a.begins < d.ends AND a.ends > d.begins
  WHERE added_window = 'CALENDAR_DAY'
  GROUP BY ${of}, added_min, added_strict, d.begins, d.ends
),
`;
  const corner = (at: string) => `SELECT ${of}, ${rule}, ${at} AS moment FROM added_${n} WHERE added_window = 'ROLLING'`;
  const corners = `${of}, ${rule}, moment`.replaceAll(/\w+/g, 'c.$&');
  const rolling = `corners_${n} AS (
  ${['begins', 'ends', 'begins - added_length', 'ends - added_length'].map(corner).join('\n  UNION\n  ')}
),
sums_at_${n} AS (
  SELECT ${corners},
         SUM(GREATEST(0, LEAST(a.ends, c.moment + c.added_length) - GREATEST(a.begins, c.moment))) AS seconds
  FROM corners_${n} c JOIN added_${n} a
    ON a.bound = c.bound AND a.case_id = c.case_id AND a.via = c.via AND a.contact = c.contact AND a.rule_no = c.rule_no AND a.at_place = c.at_place
  GROUP BY ${corners}
),
steps_${n} AS (
  SELECT s.*, LAG(moment) OVER (PARTITION BY ${of} ORDER BY moment) AS former,
         LAG(seconds) OVER (PARTITION BY ${of} ORDER BY moment) AS seconds_before
  FROM sums_at_${n} s
),
slopes_${n} AS (
  SELECT s.*, (seconds - seconds_before) / NULLIF(moment - former, 0) AS slope FROM steps_${n} s
),
rolled_${n} AS (
  SELECT ${of},
         CASE WHEN ${enough('seconds')} THEN
                CASE WHEN former IS NULL THEN moment WHEN ${enough('seconds_before')} THEN former
                     ELSE moment - (seconds - added_min) / NULLIF(slope, 0) END
              WHEN ${enough('seconds_before')} THEN former END AS begins,
         CASE WHEN ${enough('seconds')} THEN moment ELSE former + (added_min - seconds_before) / NULLIF(slope, 0) END + added_length AS ends
  FROM slopes_${n}
),
`;
  return `added_${n} AS (
  SELECT j.*, CASE WHEN r.added_pair = 1 THEN '' ELSE j.place END AS at_place, r.added_min, r.added_strict, r.added_window, r.added_length
  FROM joined_${n} j JOIN rules_${n} r ON r.rule_no = j.rule_no
  WHERE r.added_min IS NOT NULL AND j.bound <> 'surest'
),
${windows.has('CALENDAR_DAY') ? days : ''}${windows.has('ROLLING') ? rolling : ''}stretches_${n} AS (
  ${found.join('\n  UNION ALL\n  ')}
)`;
}
