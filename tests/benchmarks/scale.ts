import { ExposureColumns, peopleFor, planCity } from '@tracewright/exposure-index';
import { EPOCH, firstOf, secondOf, tightness } from './exposure-rows.js';
import { atMost, type Measure, told } from './measure.js';
import { casesOf } from './questions.js';
import { median, timed } from './rounds.js';

/** A city too large to be held beside a rival: loaded day by day and asked. The figures are of this machine, not ratios. */
export async function scaleRows(visits: number, rounds: number, say: (line: string) => void) {
  const { people, places, days, stationStaff, staysByDay } = planCity({ people: peopleFor(visits) });
  const index = new ExposureColumns(EPOCH);
  let building = 0;
  for (const stays of staysByDay) {
    building += (await timed(() => index.load(stays))).ms;
    say(`${(index.size().rows / 1e6).toFixed(0)} M visits loaded, ${(process.memoryUsage.rss() / 2 ** 30).toFixed(1)} GiB in use`);
  }
  const cases = casesOf(people, 500);
  const { rows } = index.size();
  const measures: Measure[] = [told('build, one thread', rows / building / 1e3, 'M visits/s')];
  for (const [name, engine] of [
    ['first degree, 1 case', firstOf(index, cases.slice(0, 1))],
    ['first degree, 50 cases', firstOf(index, cases.slice(0, 50))],
    ['first degree, 500 cases', firstOf(index, cases)],
    ['second degree, 50 cases', secondOf(index, cases.slice(0, 50))],
  ] as const) {
    const taken: number[] = [];
    for (let round = 0; round <= rounds; round++) taken.push((await engine()).ms);
    measures.push(told(name, median(taken.slice(1)), 'ms'));
  }
  measures.push(...tightness(stationStaff, cases, index));
  const memory = process.memoryUsage.rss() / 2 ** 30;
  measures.push(atMost('memory of the whole process', memory, 'GiB', 24));
  return { parameters: { visits: rows, people, places, days, rounds, buildSeconds: building / 1e3 }, measures };
}
