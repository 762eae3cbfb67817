type Numbers = Int32Array | Float64Array;

/** A typed array that grows by doubling: of a million rows it takes what they need, not an object each. */
export class Growing<T extends Numbers> {
  length = 0;

  private constructor(
    private values: T,
    private readonly wider: (length: number) => T,
  ) {}

  static ints(): Growing<Int32Array> {
    const of = (length: number) => new Int32Array(length);
    return new Growing(of(1_024), of);
  }

  static floats(): Growing<Float64Array> {
    const of = (length: number) => new Float64Array(length);
    return new Growing(of(1_024), of);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.wider(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  at(position: number): number {
    return this.values[position]!;
  }

  set(position: number, value: number): void {
    this.values[position] = value;
  }
}
