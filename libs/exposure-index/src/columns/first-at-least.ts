/** First position in `[from, to)` of an ascending column whose value is at least `value`; `to` when there is none. */
export function firstAtLeast(column: Int32Array, from: number, to: number, value: number): number {
  // No destructuring: this is the innermost step of every probe.
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
