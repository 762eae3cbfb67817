/** Seeded random numbers (sfc32): the same seed gives the same city on every machine. */
export class SeededRandom {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c: number;
  private counter = 1;
  private spare: number | null = null;

  constructor(seed: number) {
    this.c = seed | 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** In `[0, 1)`. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  /** Position of the first running sum above a random part of the whole. */
  pick(runningSums: Float64Array): number {
    const part = this.next() * runningSums[runningSums.length - 1]!;
    let [low, high] = [0, runningSums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runningSums[middle]! > part) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Running sums of 1/rank^exponent. */
export function zipf(count: number, exponent: number): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0, sum = 0; i < count; i++) {
    sum += 1 / (i + 1) ** exponent;
    sums[i] = sum;
  }
  return sums;
}
