import { availableParallelism } from 'node:os';
import { contactsSince, ExposureColumns, IndexThreads } from '@tracewright/exposure-index';
import { answerOfFirst, answerOfSecond } from './answer.js';
import { EPOCH, firstOf, loaded, RULE, type Setting, secondOf } from './exposure-rows.js';
import { type Measure, toldTimes } from './measure.js';
import { asSources } from './questions.js';
import { alternate, type Engine, timed } from './rounds.js';

/** What threads that share the index gain over one, where there is more than one core. */
export async function threadRows({ city, cases, rounds, say }: Setting, index: ExposureColumns): Promise<Measure[]> {
  const cores = availableParallelism();
  if (cores < 2) return [];
  say(`${cores} threads beside one`);
  const threads = new IndexThreads(cores);
  const name = (what: string): string => `${what} on ${cores} threads, against one`;
  const [few, many] = [cases.slice(0, 50), cases];
  const first: Engine = async () => {
    const sources = asSources(index, many);
    const { ms, value } = await timed(() => threads.firstDegree(index, sources, RULE));
    return { ms, answer: answerOfFirst(value) };
  };
  const second: Engine = async () => {
    const sources = asSources(index, few);
    const people = few.map(({ person }) => person);
    const { ms, value } = await timed(async () => {
      const { pairs } = await threads.firstDegree(index, sources, RULE);
      return threads.secondDegree(index, contactsSince(index, pairs, people), RULE, people);
    });
    return { ms, answer: answerOfSecond(value) };
  };
  const build: Engine = async () => {
    const { ms, value } = await timed(async () => {
      const fresh = new ExposureColumns(EPOCH);
      await threads.load(fresh, city.stays);
      return fresh;
    });
    return { ms, answer: { rows: value.size().rows } };
  };
  const alone: Engine = async () => {
    const { ms, value } = await timed(() => loaded(city.stays));
    return { ms, answer: { rows: value.size().rows } };
  };
  try {
    return [
      toldTimes(name('first degree, 500 cases'), await alternate('first degree in threads', first, firstOf(index, many), rounds)),
      toldTimes(name('second degree, 50 cases'), await alternate('second degree in threads', second, secondOf(index, few), rounds)),
      toldTimes(name('build: from columns in memory'), await alternate('build in threads', build, alone, Math.min(3, rounds), 0)),
    ];
  } finally {
    await threads.close();
  }
}
