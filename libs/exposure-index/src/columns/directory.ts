/** Where a person's or place's rows lie: from its number to a slot. By position when most numbers of a span occur, else by search. */
export class Directory {
  constructor(
    readonly low: number,
    /** How many slots there are; slots come in the order of the numbers. */
    readonly size: number,
    /** The numbers in order; null: every number from `low` on has its slot. */
    readonly sorted: Int32Array | null,
  ) {}

  static of(numbers: Int32Array): Directory {
    if (numbers.length === 0) return new Directory(0, 0, null);
    let [low, high] = [numbers[0]!, numbers[0]!];
    for (let i = 1; i < numbers.length; i++) {
      const n = numbers[i]!;
      if (n < low) low = n;
      else if (n > high) high = n;
    }
    const span = high - low + 1;
    if (span > 2 * numbers.length) return new Directory(low, 0, null).searched(numbers);
    const seen = new Uint8Array(span);
    let distinct = 0;
    for (let i = 0; i < numbers.length; i++)
      if (seen[numbers[i]! - low] === 0) {
        seen[numbers[i]! - low] = 1;
        distinct++;
      }
    const dense = new Directory(low, span, null);
    return span <= 2 * distinct ? dense : dense.searched(numbers);
  }

  private searched(numbers: Int32Array): Directory {
    const all = numbers.slice().sort();
    let size = 0;
    for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[size++] = all[i]!;
    return new Directory(this.low, size, all.slice(0, size));
  }

  /** The slot of a number; -1: it has no rows. A slot found may be empty. */
  find(number: number): number {
    if (this.sorted === null) {
      const slot = number - this.low;
      return slot >= 0 && slot < this.size ? slot : -1;
    }
    const slot = this.slotFrom(number);
    return slot < this.size && this.sorted[slot] === number ? slot : -1;
  }

  /** The first slot whose number is `number` or more; `size` when there is none. */
  slotFrom(number: number): number {
    if (this.sorted === null) return Math.min(Math.max(number - this.low, 0), this.size);
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.sorted[middle]! < number) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  numberAt(slot: number): number {
    return this.sorted === null ? this.low + slot : this.sorted[slot]!;
  }

  get bytes(): number {
    return this.sorted?.byteLength ?? 0;
  }
}
