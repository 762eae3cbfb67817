import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of a parquet file; numbers are whole and kept in 64 bits. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'text' | 'number';
}

/** A parquet file (Snappy) of rows of cells in the order of the columns. No rows make a file with columns and nothing in it. */
export function toParquet(columns: readonly ParquetColumn[], rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const columnData = columns.map(({ name, type }, at) =>
    type === 'text'
      ? { name, type: 'STRING' as const, data: rows.map((row) => row[at] ?? null) }
      : { name, type: 'INT64' as const, data: rows.map((row) => (row[at] === null || row[at] === undefined ? null : BigInt(row[at]))) },
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
