import type { BlockFile } from './block-file.js';
import type { ColumnName, Segment, Unread } from './segment.js';

/** The columns of a segment in a file that is read block by block. */
export class UnreadColumns implements Unread {
  constructor(
    private readonly file: BlockFile,
    /** Where each column begins, in bytes. */
    private readonly offsets: Readonly<Record<ColumnName, number>>,
  ) {}

  need(column: ColumnName, from: number, to: number): void {
    const at = this.offsets[column];
    this.file.need(at + from * 4, at + to * 4);
  }

  all(): void {
    this.file.needAll();
  }

  entries({ entriesFrom }: Segment, slot: number): void {
    if (this.file.isWhole) return;
    this.need('entriesFrom', slot, slot + 2);
    this.need('entries', entriesFrom[slot]! * 2, entriesFrom[slot + 1]! * 2);
  }

  rows({ cellsFrom, rowsFrom, longest }: Segment, slot: number, least: number, ordinals: boolean): void {
    if (this.file.isWhole) return;
    this.need('cellsFrom', slot, slot + 2);
    const [first, last] = [cellsFrom[slot]!, cellsFrom[slot + 1]!];
    this.need('rowsFrom', first, last + 1);
    this.need('longest', first, last);
    for (let cell = first; cell < last; cell++) {
      if (longest[cell]! < least) continue;
      const [begin, end] = [rowsFrom[cell]!, rowsFrom[cell + 1]!];
      this.need('rows', begin * 2, end * 2);
      if (ordinals) this.need('ordinal', begin, end);
    }
  }
}
