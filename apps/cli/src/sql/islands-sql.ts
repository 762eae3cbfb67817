/**
 * The rows of `from` with the number of their island within `by`, as column `as`: rows that overlap, touch or lie at most `gap` apart
 * are one island. A running maximum of the ends finds where a new one begins.
 */
export const islandsSql = (from: string, by: string, gap: string, as: string): string => `
  SELECT marked.*, SUM(fresh) OVER (PARTITION BY ${by} ORDER BY begins, ends ROWS UNBOUNDED PRECEDING) AS ${as}
  FROM (
    SELECT p.*, CASE WHEN begins <= MAX(ends) OVER (PARTITION BY ${by} ORDER BY begins, ends
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + ${gap} THEN 0 ELSE 1 END AS fresh
    FROM ${from} p
  ) marked`;
