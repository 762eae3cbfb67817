import type { StayColumns } from '@tracewright/exposure-index';
import { start } from '@tracewright/neo4j-local';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Answer } from './answer.js';
import type { Case } from './questions.js';
import { timed } from './rounds.js';

const DAY = 86_400;
const BATCH = 20_000;
const CLASS_ENDS = [900, 1_800, 3_600, 14_400];
/** Of days, in the key of a bucket. */
const DAYS_AT_MOST = 100;

/** The cases' stays cut to their windows. */
const PIECES = `
UNWIND $cases AS c
MATCH (s:Stay) WHERE s.person = c.person AND s.start < c.to AND s.end > c.from
WITH c, s.place AS place, CASE WHEN s.start > c.from THEN s.start ELSE c.from END AS f, CASE WHEN s.end < c.to THEN s.end ELSE c.to END AS t
WHERE t - f >= $least`;

const MET = `
  AND v.end >= f + $least AND v.end - v.start >= $least AND v.person <> c.person
WITH c.k AS k, v.person AS person, CASE WHEN v.start > f THEN v.start ELSE f END AS mf, CASE WHEN v.end < t THEN v.end ELSE t END AS mt
WHERE mt - mf >= $least
WITH k, person, min(mf) AS first, sum(mt - mf) AS total, count(*) AS n
RETURN count(*) AS pairs, sum(first) AS first, sum(total) AS total, sum(n) AS encounters,
  sum(((k * 7919 + person) % 9973) * ((first + total * 31 + n * 17) % 9967)) AS rows`;

/** Three ways to find who else was there; the quickest counts. */
export const WAYS = {
  'composite index on place and start, looking back by the longest stay': `${PIECES}
MATCH (v:Stay) USING INDEX v:Stay(place, start)
WHERE v.place = place AND v.start >= f + $least - $longest AND v.start <= t - $least${MET}`,
  'composite index on place, class of duration and start': `${PIECES}
UNWIND $classes AS q
MATCH (v:Stay) USING INDEX v:Stay(place, class, start)
WHERE v.place = place AND v.class = q.class AND v.start >= f + $least - q.longest AND v.start <= t - $least${MET}`,
  'buckets of place and day, as many days back as the longest stay takes': `${PIECES}
UNWIND range((f + $least - $longest) / ${DAY}, (t - $least) / ${DAY}) AS day
MATCH (v:Stay) USING INDEX v:Stay(bucket)
WHERE v.bucket = place * ${DAYS_AT_MOST} + day AND v.start >= f + $least - $longest AND v.start <= t - $least${MET}`,
} as const;

const CREATE = `UNWIND range(0, size($person) - 1) AS i
WITH toInteger($person[i]) AS person, toInteger($place[i]) AS place, toInteger($start[i]) AS start, toInteger($end[i]) AS end
CREATE (:Stay {person: person, place: place, start: start, end: end, bucket: place * ${DAYS_AT_MOST} + start / ${DAY},
  class: CASE WHEN end - start < ${CLASS_ENDS[0]} THEN 0 WHEN end - start < ${CLASS_ENDS[1]} THEN 1 WHEN end - start < ${CLASS_ENDS[2]} THEN 2
    WHEN end - start < ${CLASS_ENDS[3]} THEN 3 ELSE 4 END})`;

const INDEXES = ['s.person', 's.place, s.start', 's.place, s.class, s.start', 's.bucket'];

/** A Neo4j of its own that holds the visits as nodes, the person on the node itself: nothing has to be walked. */
export class CypherRival {
  private classes: { readonly class: unknown; readonly longest: unknown }[] = [];
  private longest: unknown = 0;

  private constructor(
    private readonly driver: Driver,
    private readonly stop: () => Promise<void>,
  ) {}

  static async open(say: (line: string) => void): Promise<CypherRival> {
    const server = await start({ ephemeral: true, ignoreEnvironment: true, heap: '2g', say });
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
    return new CypherRival(driver, () => server.stop(3_000));
  }

  async fill({ person, place, start, end }: StayColumns): Promise<void> {
    for (let from = 0; from < start.length; from += BATCH) {
      const [some, to] = [(column: Int32Array) => [...column.subarray(from, to)], from + BATCH] as const;
      await this.driver.executeQuery(CREATE, { person: some(person), place: some(place), start: some(start), end: some(end) });
    }
    for (const keys of INDEXES) await this.driver.executeQuery(`CREATE RANGE INDEX FOR (s:Stay) ON (${keys})`);
    await this.driver.executeQuery('CALL db.awaitIndexes(600)');
    const longest = [0, 0, 0, 0, 0];
    for (let i = 0; i < start.length; i++) {
      const length = end[i]! - start[i]!;
      const at = CLASS_ENDS.filter((most) => length >= most).length;
      longest[at] = Math.max(longest[at]!, length);
    }
    this.longest = neo4j.int(Math.max(...longest));
    this.classes = longest.map((most, at) => ({ class: neo4j.int(at), longest: neo4j.int(most) }));
  }

  async first(way: keyof typeof WAYS, cases: readonly Case[], least: number): Promise<{ ms: number; answer: Answer }> {
    const parameters = {
      cases: cases.map(({ person, from, to }, k) => ({
        k: neo4j.int(k),
        person: neo4j.int(person),
        from: neo4j.int(from),
        to: neo4j.int(to),
      })),
      classes: this.classes.filter(({ longest }) => neo4j.integer.toNumber(longest as never) >= least),
      longest: this.longest,
      least: neo4j.int(least),
    };
    const { ms, value } = await timed(() => this.driver.executeQuery(WAYS[way], parameters, { routing: neo4j.routing.READ }));
    const { pairs, first, total, encounters, rows } = value.records[0]!.toObject() as Record<string, number>;
    return { ms, answer: { pairs, first, total, encounters, rows } as Answer };
  }

  async close(): Promise<void> {
    await this.driver.close();
    await this.stop();
  }
}
