import fc, { type IAsyncProperty, type IProperty, type Parameters } from '../../node_modules/fast-check/lib/fast-check.js';

/** Whole numbers that `npm run soak` hands over. */
const seed = Number(process.env.SOAK_SEED);
const milliseconds = Number(process.env.SOAK_PROPERTY_MS);

/** fast-check as the tests know it, but each property is tried from one seed for a time instead of a number of times. */
function assert<Ts>(property: IProperty<Ts> | IAsyncProperty<Ts>, parameters: Parameters<Ts> = {}): unknown {
  const more = { ...parameters, seed, numRuns: 2 ** 30, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false };
  return fc.assert(property as IProperty<Ts>, more);
}

export default { ...fc, assert };
