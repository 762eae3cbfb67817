import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExposureColumns, Manifest } from '../columns/exposure-columns.js';
import type { FirstDegree } from '../columns/first-degree.js';
import { PAIR } from '../columns/meetings.js';
import type { MiddleColumns } from '../columns/middles.js';
import type { OverlapRule, Source } from '../columns/pieces.js';
import type { SecondDegree } from '../columns/second-degree-columns.js';
import type { Segment } from '../columns/segment.js';
import { byDay, type StayColumns } from '../columns/stay-columns.js';
import type { Job, Jobs } from './jobs.js';
import { receivedSegment, sharedSegment } from './shared-segment.js';

/** A thread has ended while it was needed, or before. Its pool answers nothing any more; the index itself is as it was. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker, and what it was asked for and has not answered. */
class Thread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private ended: ThreadEnded | null = null;

  constructor(entry: URL) {
    this.worker = new Worker(entry);
    // It does not keep a process alive that has nothing else to do.
    this.worker.unref();
    this.worker.on('message', ({ id, answer, error }: { id: number; answer: never; error?: unknown }) => {
      const one = this.waiting.get(id)!;
      this.waiting.delete(id);
      this.holdOpen();
      if (error === undefined) one.resolve(answer);
      else one.reject(error);
    });
    this.worker.on('error', (error) => this.end(`A thread of the index failed: ${error.message}`));
    this.worker.on('exit', () => this.end('A thread of the index has ended.'));
  }

  get busy(): number {
    return this.waiting.size;
  }

  /** `columns` are handed over: they are empty here afterwards. */
  ask<K extends keyof Jobs>(job: { readonly kind: K } & Jobs[K]['ask'], columns: readonly Int32Array[] = []): Promise<Jobs[K]['answer']> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      const id = this.asked++;
      this.worker.postMessage(
        { id, job: job as unknown as Job },
        columns.map(({ buffer }) => buffer as ArrayBuffer),
      );
      this.waiting.set(id, { resolve: resolve as (answer: never) => void, reject });
      this.holdOpen();
    });
  }

  /** Whoever waits for an answer is not left without one because nothing else goes on. */
  private holdOpen(): void {
    if (this.waiting.size > 0) this.worker.ref();
    else this.worker.unref();
  }

  private end(reason: string): void {
    this.ended ??= new ThreadEnded(reason);
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/**
 * Threads that share the memory of an index, for what one of them is long busy with: questions about many, and putting rows in order. An
 * answer is the one that the index gives by itself. A small question is quicker asked of the index: to pass it on takes a millisecond.
 */
export class IndexThreads {
  private readonly threads: readonly Thread[];
  /** What they were handed: of another index, or a changed one, it is not the same. */
  private held: { readonly segments: readonly Segment[]; readonly removed: number; readonly mergers: string } | null = null;

  /** `entry`: the compiled `thread.js`. */
  constructor(count = availableParallelism(), entry = new URL('./thread.js', import.meta.url)) {
    this.threads = Array.from({ length: count }, () => new Thread(entry));
  }

  /** The first degree, the cases divided among the threads. Minutes that add up are for the index itself. */
  async firstDegree(index: ExposureColumns, cases: readonly Source[], rule: OverlapRule): Promise<FirstDegree> {
    const { answers, manifest } = await this.each(index, (thread, i, count) =>
      thread.ask({ kind: 'first', cases: cases.slice(...share(cases.length, i, count)), rule }),
    );
    const from = new Int32Array(cases.length + 1);
    let [at, before] = [0, 0];
    for (const answer of answers) {
      for (let i = 1; i < answer.from.length; i++) from[++at] = before + answer.from[i]!;
      before += answer.pairs.length / PAIR;
    }
    const sum = (of: (answer: FirstDegree) => number): number => answers.reduce((all, answer) => all + of(answer), 0);
    const pairs = joined(answers.map((answer) => answer.pairs));
    return { from, pairs, examined: sum(({ examined }) => examined), met: sum(({ met }) => met), manifest };
  }

  /** The second degree, the people who may be met divided among the threads. */
  async secondDegree(
    index: ExposureColumns,
    sources: readonly Source[] | MiddleColumns,
    rule: OverlapRule,
    without: Iterable<number> = [],
  ): Promise<SecondDegree> {
    const [people, left] = [index.same.canonical.length, [...without]];
    const { answers, manifest } = await this.each(index, (thread, i, count) => {
      const [from, to] = share(people, i, count);
      return thread.ask({ kind: 'second', sources, rule, without: left, from, to });
    });
    return { person: joined(answers.map(({ person }) => person)), earliest: joined(answers.map(({ earliest }) => earliest)), manifest };
  }

  /** What `index.load` does, a day in each thread; meanwhile the index answers without these stays. Not for an index that has them in part. */
  async load(index: ExposureColumns, stays: StayColumns): Promise<void> {
    if (stays.start.length === 0) return;
    const built: Promise<Segment>[] = [];
    for (const day of byDay(stays)) {
      // Of its own: with a part of a column all of it would go over.
      const own = Object.fromEntries(Object.entries(day).map(([name, column]) => [name, column.slice()])) as unknown as StayColumns;
      built.push(this.leastBusy().ask({ kind: 'build', stays: own }, Object.values(own)));
    }
    index.take((await Promise.all(built)).map(receivedSegment), stays.person);
  }

  /**
   * Makes one segment of each day in which rows were removed or came later, while the index goes on: questions and changes do not wait.
   * Resolves with how many days that were.
   */
  async tidy(index: ExposureColumns): Promise<number> {
    const { days, removed, count } = index.untidy();
    const shared = new Map<Segment, Segment>();
    const sharedOf = (segment: Segment): Segment => shared.get(segment) ?? shared.set(segment, sharedSegment(segment)).get(segment)!;
    const merged = await Promise.all(
      days.map(({ segments, from, to }) => this.leastBusy().ask({ kind: 'merge', segments: segments.map(sharedOf), removed, from, to })),
    );
    index.tidied(
      new Set(days.flatMap(({ segments }) => segments)),
      merged.flatMap((segment) => (segment === null ? [] : [receivedSegment(segment)])),
      count,
    );
    return days.length;
  }

  /** Resolves when all have ended. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  /**
   * Asks each thread about the index as it is now: what they have to be handed of it goes before the question, and nothing of another
   * question comes between.
   */
  private async each<T>(
    index: ExposureColumns,
    ask: (thread: Thread, i: number, count: number) => Promise<T>,
  ): Promise<{ readonly answers: T[]; readonly manifest: Manifest }> {
    const handed = this.handOver(index);
    const manifest = index.manifest();
    const answers = this.threads.map((thread, i) => ask(thread, i, this.threads.length));
    try {
      await Promise.all([...handed, ...answers]);
    } catch (error) {
      this.held = null;
      throw error;
    }
    return { answers: await Promise.all(answers), manifest };
  }

  /** Its segments lie in shared memory from then on. */
  private handOver(index: ExposureColumns): Promise<null>[] {
    const mergers = JSON.stringify(index.same.mergers());
    const now = index.segmentsByNeed();
    const { held } = this;
    const isSame = held !== null && held.segments.length === now.length && held.segments.every((segment, i) => segment === now[i]);
    if (isSame && held.removed === index.manifest().removed && held.mergers === mergers) return [];
    const parts = index.share(sharedSegment);
    this.held = { segments: parts.segments, removed: index.manifest().removed, mergers };
    return this.threads.map((thread) => thread.ask({ kind: 'hold', parts }));
  }

  private leastBusy(): Thread {
    return this.threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least));
  }
}

/** The i-th of so many even shares of a list. */
const share = (length: number, i: number, count: number): [from: number, to: number] => [
  Math.floor((length * i) / count),
  Math.floor((length * (i + 1)) / count),
];

function joined(columns: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
