import { type City, generateCity, peopleFor } from '@tracewright/exposure-index';
import { type BareStay, writeBareStays } from '@tracewright/graph-store';
import { start } from '@tracewright/neo4j-local';
import neo4j, { type Driver } from 'neo4j-driver';
import { Asker } from './asker.js';
import { BuiltApi } from './built-api.js';
import { atMost, type Measure, told } from './measure.js';

const TZ = 'Asia/Shanghai';
/** Two weeks before the demo's morning; the city's day 0. */
const FIRST_DAY = Date.parse('2022-03-31T00:00:00+08:00');
const NOW = Date.parse('2022-04-14T09:00:00+08:00');
const HOUR = 3_600_000;
/** Of the case; its window opens two days before. */
const ONSET_ON = '2022-04-12';
const OWN_STAYS = 200;
/** Visits a day, at most, of a place that is neither a station nor the busiest of shops. */
const ORDINARY_A_DAY = 40;
const GOAL_MS = 300;
/** An index that is not filled within this is not going to be. */
const FILLED_MS = 300_000;

const ADD_PLACES = `MATCH (a:Area {level: 'district'}) WHERE a.outside IS NULL OR a.outside = false
  WITH a ORDER BY a.id LIMIT 1
  UNWIND $rows AS row
  CREATE (:Place {id: row.id, name: row.id, category: row.category, areaId: a.id, areaPath: a.path, rev: 0})`;
const ADD_PEOPLE = `MATCH (a:Area {level: 'district'}) WHERE a.outside IS NULL OR a.outside = false
  WITH a ORDER BY a.id LIMIT 1
  UNWIND $rows AS row
  CREATE (:Person {id: row.id, name: row.name, areaId: a.id, areaPath: a.path, rev: 0})`;

const personId = (number: number): string => `bench-p${number}`;
const placeId = (number: number): string => `bench-q${number}`;
const instant = (seconds: number): number => FIRST_DAY + seconds * 1_000;

/** What a tracer would call each place, by how it is used: nights make a home, and the city numbers its station, stops and shops first. */
function categoriesOf({ people, places, stays }: City): string[] {
  const stops = 1 + Math.round(people / 500);
  const shops = stops + Math.round(people / 15);
  const nights = new Uint8Array(places);
  for (let i = 0; i < stays.start.length; i++)
    if (stays.start[i]! % 86_400 > 18 * 3_600 && stays.end[i]! - stays.start[i]! > 6 * 3_600) nights[stays.place[i]!] = 1;
  return Array.from({ length: places }, (_, place) => {
    if (place === 0) return 'metro';
    if (place < stops) return 'bus';
    if (place < shops) return place % 3 === 0 ? 'restaurant' : 'shop';
    return nights[place] === 1 ? 'home' : 'workplace';
  });
}

async function fill(driver: Driver, city: City, categories: readonly string[], say: (line: string) => void): Promise<void> {
  const rowsOf = async (statement: string, rows: readonly object[]): Promise<void> => {
    for (let i = 0; i < rows.length; i += 5_000) await driver.executeQuery(statement, { rows: rows.slice(i, i + 5_000) });
  };
  await rowsOf(
    ADD_PLACES,
    categories.map((category, place) => ({ id: placeId(place), category })),
  );
  await rowsOf(
    ADD_PEOPLE,
    Array.from({ length: city.people }, (_, person) => ({ id: personId(person), name: `居民${person}` })),
  );
  const { person, place, start, end } = city.stays;
  const part = 100_000;
  for (let from = 0; from < start.length; from += part) {
    const stays: BareStay[] = [];
    for (let i = from; i < Math.min(from + part, start.length); i++)
      if (instant(end[i]!) <= NOW)
        stays.push({
          id: `bench-s${i}`,
          personId: personId(person[i]!),
          placeId: placeId(place[i]!),
          source: 'interview',
          start: instant(start[i]!),
          end: instant(end[i]!),
        });
    await writeBareStays(driver, stays, TZ);
    say(`${Math.min(from + part, start.length)} stays in Neo4j`);
  }
}

/**
 * A case as an investigation writes it down: what a resident did in two weeks at ordinary places, and as many short errands of others at
 * such places as are missing. The station and the busiest shops of this city are single places where half of it passes: nobody derives a
 * case from having been at one of them.
 */
function ownStays({ people, days, stays }: City, categories: readonly string[]) {
  const visits = new Int32Array(categories.length);
  for (const place of stays.place) visits[place]!++;
  const isOrdinary = (place: number) => visits[place]! <= ORDINARY_A_DAY * days;
  const outings = new Int32Array(people);
  for (let i = 0; i < stays.start.length; i++) if (isOrdinary(stays.place[i]!)) outings[stays.person[i]!]!++;
  const resident = outings.indexOf(Math.max(...outings));
  const own: number[] = [];
  const errands: number[] = [];
  for (let i = 0; i < stays.start.length; i++) {
    if (!isOrdinary(stays.place[i]!) || instant(stays.end[i]!) > NOW - HOUR) continue;
    const isErrand = stays.end[i]! - stays.start[i]! < 900 && /shop|restaurant/.test(categories[stays.place[i]!]!);
    if (stays.person[i] === resident) own.push(i);
    else if (isErrand) errands.push(i);
  }
  const missing = OWN_STAYS - own.length;
  const every = Math.floor(errands.length / missing);
  return [...own, ...Array.from({ length: missing }, (_, n) => errands[n * every]!)].map((i) => ({
    placeId: placeId(stays.place[i]!),
    start: new Date(instant(stays.start[i]!)).toISOString(),
    end: new Date(instant(stays.end[i]!)).toISOString(),
    source: 'interview',
  }));
}

const CREATE = `mutation ($input: CreateCaseInput!) { createCase(input: $input) { __typename ... on CaseSaved { case { id rev } } } }`;
const SAVE = `mutation ($input: SaveTrajectoryInput!) { saveTrajectory(input: $input) { __typename ... on TrajectorySaved { preview { addedClose addedPossible addedSecond } } } }`;
const SHEET = `query ($id: ID!) { caseSheet(id: $id) { stays { id placeId start end source } } }`;
const PREVIEW = `query ($id: ID!, $edit: TrajectoryEdit!) { previewTrajectory(caseId: $id, edit: $edit) { tookMs removed dates changes { kind personId name cls was } } }`;

interface OwnStay {
  readonly id: string;
  readonly placeId: string;
  readonly start: string;
  readonly end: string;
}

/** A case of 200 stays, opened and saved as a tracer does. */
async function openCase(
  tracer: Asker,
  city: City,
  categories: readonly string[],
  say: (line: string) => void,
): Promise<{ id: string; stays: OwnStay[] }> {
  const input = { name: '病例测', category: 'confirmed', onsetOn: ONSET_ON, reportedAt: '2022-04-13T10:00:00+08:00' };
  const { createCase } = await tracer.data<{ createCase: { __typename: string; case?: { id: string; rev: number } } }>(CREATE, { input });
  if (!createCase.case) throw new Error(`The case was not opened: ${createCase.__typename}.`);
  const { id, rev } = createCase.case;
  const edit = { stays: ownStays(city, categories), removed: [] };
  const { saveTrajectory } = await tracer.data<{ saveTrajectory: { __typename: string; preview?: object } }>(SAVE, {
    input: { caseId: id, rev, edit },
  });
  if (!saveTrajectory.preview) throw new Error(`The stays were not saved: ${saveTrajectory.__typename}.`);
  say(`the case's ${OWN_STAYS} stays saved: ${JSON.stringify(saveTrajectory.preview)}`);
  const { caseSheet } = await tracer.data<{ caseSheet: { stays: OwnStay[] } }>(SHEET, { id });
  return { id, stays: caseSheet.stays };
}

/** Asks what ending one stay some minutes earlier would change, another stay each time; in milliseconds. */
const asking =
  (tracer: Asker, id: string, stays: readonly OwnStay[]) =>
  async (round: number): Promise<number> => {
    const { id: stay, placeId: place, start: begins, end } = stays[round % stays.length]!;
    const earlier = new Date(Math.max(Date.parse(begins) + 60_000, Date.parse(end) - 600_000)).toISOString();
    const edit = { stays: [{ id: stay, placeId: place, start: begins, end: earlier, source: 'interview' }], removed: [] };
    const began = performance.now();
    await tracer.data(PREVIEW, { id, edit });
    return performance.now() - began;
  };

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)]!;

/**
 * A tracer changes one of a case's 200 stays and is shown what that does: the case is derived whole, in both degrees, over a database of
 * `visits` stays, and everybody in the answer is audited. Through GraphQL, from the request to the parsed answer.
 */
export async function apiRows(
  visits: number,
  rounds: number,
  say: (line: string) => void,
): Promise<{ parameters: object; measures: Measure[] }> {
  const server = await start({ ephemeral: true, ignoreEnvironment: true, heap: '2g', say });
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), { disableLosslessIntegers: true });
  let api: BuiltApi | null = null;
  try {
    say('the demo, for its accounts and areas');
    api = await BuiltApi.start(server);
    const account = api.account('tracer');
    await api.stop();
    const city = generateCity({ people: peopleFor(visits) });
    const categories = categoriesOf(city);
    await fill(driver, city, categories, say);
    api = await BuiltApi.start(server);
    const tracer = new Asker(api.url);
    await tracer.begin(account.login, account.password);
    const { id, stays } = await openCase(tracer, city, categories, say);
    const ask = asking(tracer, id, stays);
    await untilSteady(ask, say);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) taken.push(await ask(round));
    taken.sort((a, b) => a - b);
    return {
      parameters: { visits: city.stays.start.length, people: city.people, places: city.places, ownStays: stays.length, rounds },
      measures: [
        told('API: derive one case over 200 stays, median', quantile(taken, 0.5), 'ms'),
        atMost('API: derive one case over 200 stays, p95', quantile(taken, 0.95), 'ms', GOAL_MS),
        told('API: derive one case over 200 stays, slowest', taken.at(-1)!, 'ms'),
      ],
    };
  } catch (error) {
    if (api) say(api.said().slice(-2_000));
    throw error;
  } finally {
    await api?.stop().catch(() => undefined);
    await driver.close();
    await server.stop(3_000);
  }
}

/** Until Cypher, which answers while the index is being filled, answers no more: the last five then take much the same. */
async function untilSteady(ask: (round: number) => Promise<number>, say: (line: string) => void): Promise<void> {
  const began = performance.now();
  const last: number[] = [];
  for (let round = 0; performance.now() - began < FILLED_MS; round++) {
    last.push(await ask(round));
    const five = last.slice(-5);
    if (round >= 10 && Math.max(...five) < 1.5 * Math.min(...five) && Math.max(...five) < last[0]!) break;
  }
  say(`warm after ${last.length} questions: ${last.map((ms) => ms.toFixed(0)).join(' ')} ms`);
}
