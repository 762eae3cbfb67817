import { generateCity, peopleFor } from '@tracewright/exposure-index';
import { CypherRival, WAYS } from './cypher-rival.js';
import { firstOf, loaded } from './exposure-rows.js';
import { atLeastTimes, type Measure } from './measure.js';
import { casesOf, LEAST } from './questions.js';
import { alternate, type Compared } from './rounds.js';

const VISITS = 1_450_000;
const COUNT = 50;

/** On a city that Neo4j can hold: each way in Cypher beside ours; the row is that of the quickest. */
export async function cypherRow(rounds: number, say: (line: string) => void): Promise<Measure> {
  const city = generateCity({ people: peopleFor(VISITS) });
  const index = loaded(city.stays);
  const cases = casesOf(city.people, COUNT);
  const rival = await CypherRival.open(say);
  try {
    say(`${city.stays.start.length} visits into Neo4j, some minutes`);
    await rival.fill(city.stays);
    const tried: Compared[] = [];
    for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
      const compared = await alternate(way, firstOf(index, cases), () => rival.first(way, cases, LEAST), Math.min(5, rounds));
      say(`Cypher, ${way}: ${compared.ratio.toFixed(0)} times ours`);
      tried.push(compared);
    }
    const best = tried.reduce((one, other) => (other.rival < one.rival ? other : one));
    return atLeastTimes('first degree, 50 cases over 1.45 M visits, against Cypher', best, 300);
  } finally {
    await rival.close();
  }
}
