/** Up to here insertion is quicker than counting. */
const SHORT = 48;
const BITS = 11;
const DIGITS = 1 << BITS;

/**
 * Row numbers of `[from, to)` put in order of `key[row]`, rows with equal keys in their former order: insertion for short runs, radix by
 * 11 bits for long ones.
 */
export class RunSorter {
  private spare = new Int32Array(0);
  private readonly counts = new Int32Array(DIGITS);

  sort(rows: Int32Array, from: number, to: number, key: Int32Array): void {
    if (to - from <= SHORT) this.insert(rows, from, to, key);
    else this.radix(rows, from, to, key);
  }

  private insert(rows: Int32Array, from: number, to: number, key: Int32Array): void {
    for (let i = from + 1; i < to; i++) {
      const row = rows[i]!;
      const value = key[row]!;
      let j = i - 1;
      while (j >= from && key[rows[j]!]! > value) {
        rows[j + 1] = rows[j]!;
        j--;
      }
      rows[j + 1] = row;
    }
  }

  private radix(rows: Int32Array, from: number, to: number, key: Int32Array): void {
    const length = to - from;
    if (this.spare.length < length) this.spare = new Int32Array(length * 2);
    let low = key[rows[from]!]!;
    let high = low;
    let sorted = true;
    for (let i = from + 1, before = low; i < to; i++) {
      const value = key[rows[i]!]!;
      if (value < before) sorted = false;
      if (value < low) low = value;
      else if (value > high) high = value;
      before = value;
    }
    if (sorted) return;
    // Not by shifts of 32 bits: the span of two Int32 does not fit an Int32.
    for (let unit = 1; unit <= high - low; unit *= DIGITS) this.pass(rows, from, length, key, low, unit);
  }

  private pass(rows: Int32Array, from: number, length: number, key: Int32Array, low: number, unit: number): void {
    const { counts, spare } = this;
    counts.fill(0);
    for (let i = 0; i < length; i++) {
      spare[i] = rows[from + i]!;
      counts[Math.floor((key[spare[i]!]! - low) / unit) & (DIGITS - 1)]!++;
    }
    for (let d = 0, sum = from; d < DIGITS; d++) {
      const count = counts[d]!;
      counts[d] = sum;
      sum += count;
    }
    for (let i = 0; i < length; i++) rows[counts[Math.floor((key[spare[i]!]! - low) / unit) & (DIGITS - 1)]!++] = spare[i]!;
  }
}

/** Up to here insertion is quicker than the sort that comes with typed arrays. */
const FEW = 32;

/** The values of `[from, to)` in order. */
export function sortDoubles(values: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= from && values[j]! > value) {
      values[j + 1] = values[j]!;
      j--;
    }
    values[j + 1] = value;
  }
}
