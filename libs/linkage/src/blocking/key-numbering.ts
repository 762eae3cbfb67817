/** Numbers from 0 on for keys, open addressing. */
export class KeyNumbering {
  private readonly mask: number;
  private readonly keys: Float64Array;
  private readonly numbers: Int32Array;
  size = 0;

  constructor(atMost: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, atMost * 2)));
    this.mask = slots - 1;
    this.keys = new Float64Array(slots);
    this.numbers = new Int32Array(slots).fill(-1);
  }

  /** Forgets every key. */
  empty(): this {
    this.numbers.fill(-1);
    this.size = 0;
    return this;
  }

  of(key: number): number {
    let slot = (Math.imul(key | 0, 0x9e3779b1) >>> 0) & this.mask;
    while (this.numbers[slot]! >= 0) {
      if (this.keys[slot] === key) return this.numbers[slot]!;
      slot = (slot + 1) & this.mask;
    }
    this.keys[slot] = key;
    this.numbers[slot] = this.size;
    return this.size++;
  }
}
