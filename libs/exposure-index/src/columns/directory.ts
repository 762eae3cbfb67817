/** Where a person's or place's rows lie: from its number to a slot. By position when most numbers of a span occur, else by search. */
export class Directory {
  /** Of sparse numbers: where the search for those of each stretch of numbers begins; as many stretches as there are slots, about. */
  private readonly stretches: Int32Array | null;
  private readonly shift: number;

  constructor(
    readonly low: number,
    /** How many slots there are; slots come in the order of the numbers. */
    readonly size: number,
    /** The numbers in order; null: every number from `low` on has its slot. */
    readonly sorted: Int32Array | null,
  ) {
    let shift = 0;
    if (sorted !== null && size > 0) while (sorted[size - 1]! - low >= size * 2 ** shift) shift++;
    this.shift = shift;
    this.stretches = sorted === null ? null : stretchesOf(sorted, low, size, shift);
  }

  static of(numbers: Int32Array): Directory {
    if (numbers.length === 0) return new Directory(0, 0, null);
    let [low, high] = [numbers[0]!, numbers[0]!];
    for (let i = 1; i < numbers.length; i++) {
      const n = numbers[i]!;
      if (n < low) low = n;
      else if (n > high) high = n;
    }
    const span = high - low + 1;
    if (span > 2 * numbers.length) return sparse(low, numbers);
    const seen = new Uint8Array(span);
    let distinct = 0;
    for (let i = 0; i < numbers.length; i++)
      if (seen[numbers[i]! - low] === 0) {
        seen[numbers[i]! - low] = 1;
        distinct++;
      }
    return span <= 2 * distinct ? new Directory(low, span, null) : sparse(low, numbers);
  }

  /** The slot of a number; -1: it has no rows. A slot found may be empty. */
  find(number: number): number {
    const { sorted, stretches, low } = this;
    if (sorted === null || stretches === null) {
      const slot = number - low;
      return slot >= 0 && slot < this.size ? slot : -1;
    }
    // Not by bits: the span of two Int32 does not fit an Int32.
    const stretch = Math.floor((number - low) / 2 ** this.shift);
    if (stretch < 0 || stretch + 1 >= stretches.length) return -1;
    let from = stretches[stretch]!;
    let to = stretches[stretch + 1]!;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle]! < number) from = middle + 1;
      else to = middle;
    }
    return from < this.size && sorted[from] === number ? from : -1;
  }

  numberAt(slot: number): number {
    return this.sorted === null ? this.low + slot : this.sorted[slot]!;
  }

  get bytes(): number {
    return (this.sorted?.byteLength ?? 0) + (this.stretches?.byteLength ?? 0);
  }
}

function sparse(low: number, numbers: Int32Array): Directory {
  const all = numbers.slice().sort();
  let size = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[size++] = all[i]!;
  return new Directory(low, size, all.slice(0, size));
}

/** For each stretch of `2 ** shift` numbers from `low` on the first slot that is in it or after it; and the number of slots, after the last. */
function stretchesOf(sorted: Int32Array, low: number, size: number, shift: number): Int32Array {
  const unit = 2 ** shift;
  const count = size === 0 ? 0 : Math.floor((sorted[size - 1]! - low) / unit) + 1;
  const stretches = new Int32Array(count + 1);
  for (let slot = 0, stretch = 0; stretch <= count; stretch++) {
    while (slot < size && Math.floor((sorted[slot]! - low) / unit) < stretch) slot++;
    stretches[stretch] = slot;
  }
  return stretches;
}
