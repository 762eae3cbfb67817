/** Ids and the small whole numbers that stand for them, in the order they came. */
export class Numbering {
  readonly ids: string[] = [];
  readonly numbers = new Map<string, number>();

  of(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}
