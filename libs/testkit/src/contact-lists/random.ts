/** Seeded random numbers (xorshift with a final scramble): one seed, one list, on every machine. */
export class ListRandom {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x6d2b79f5) | 0 || 1;
  }

  /** In `[0, 1)`. */
  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (Math.imul(this.state, 0x2545f491) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}

/** Draws by weight. */
export class Weighted<T> {
  private readonly sums: number[] = [];

  constructor(private readonly entries: readonly (readonly [T, number])[]) {
    let sum = 0;
    for (const [, weight] of entries) {
      sum += weight;
      this.sums.push(sum);
    }
  }

  draw(random: ListRandom): T {
    const part = random.next() * this.sums.at(-1)!;
    let [low, high] = [0, this.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! > part) high = middle;
      else low = middle + 1;
    }
    return this.entries[low]![0];
  }
}
