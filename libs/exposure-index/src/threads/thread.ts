import { parentPort } from 'node:worker_threads';
import { done, type Job } from './jobs.js';

/** Columns that are the answer's own go over as they lie; what is shared stays where it is. */
const handedOver = (answer: object | null): ArrayBuffer[] =>
  Object.values(answer ?? {}).flatMap((part) => (part instanceof Int32Array && part.buffer instanceof ArrayBuffer ? [part.buffer] : []));

/** One job after the other, as they come; what goes wrong in one is its answer. */
parentPort!.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  try {
    const answer = done(job);
    parentPort!.postMessage({ id, answer }, handedOver(answer));
  } catch (error) {
    parentPort!.postMessage({ id, error });
  }
});
