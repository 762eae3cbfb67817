/**
 * Columns of numbers in shared memory. The collector does not count it: of other memory it would search everything that lives, millions of
 * values of a long list, each time so much has been taken. And another thread can read it as it stands.
 */
export const wholeNumbers = (count: number): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4 * count));
export const numbers = (count: number): Float64Array<SharedArrayBuffer> => new Float64Array(new SharedArrayBuffer(8 * count));

/** The same numbers in a column of another length. */
export function widened(column: Int32Array, count: number): Int32Array<SharedArrayBuffer> {
  const wider = wholeNumbers(count);
  wider.set(column);
  return wider;
}

/** The first so many numbers of a column as one of their own. */
export const firstOf = (column: Int32Array, count: number): Int32Array<SharedArrayBuffer> => widened(column.subarray(0, count), count);
