import { parentPort } from 'node:worker_threads';
import { done, type Job } from './jobs.js';

/** One job after the other, as they come; what goes wrong in one is its answer. */
parentPort!.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  try {
    parentPort!.postMessage({ id, answer: done(job) });
  } catch (error) {
    parentPort!.postMessage({ id, error });
  }
});
