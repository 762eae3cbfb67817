/** A file that cannot be taken as it is; the sentence says why and what to do, in both languages. */
export class Unreadable extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}

export interface Limits {
  readonly bytes: number;
  readonly rows: number;
  /** Of a workbook, unpacked: a small file may hide a very large one. */
  readonly inflatedBytes: number;
  readonly columns: number;
}

export const LIMITS: Limits = { bytes: 100 * 2 ** 20, rows: 500_000, inflatedBytes: 2 * 2 ** 30, columns: 500 };

export const tooManyRows = (rows: number): Unreadable =>
  new Unreadable(
    'too-many-rows',
    `文件超过 ${rows} 行：请拆成几个文件。`,
    `The file has more than ${rows} rows: split it into several files.`,
  );

export const tooLarge = ({ bytes }: Pick<Limits, 'bytes'> = LIMITS): Unreadable =>
  new Unreadable(
    'too-large',
    `文件超过 ${Math.round(bytes / 2 ** 20)} MB：请拆成几个文件。`,
    `The file is larger than ${Math.round(bytes / 2 ** 20)} MB: split it into several files.`,
  );
