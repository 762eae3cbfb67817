/** A sheet as text, cell by cell, in the order of the file. `rows[0]` is the file's first row. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface Table {
  readonly sheets: readonly Sheet[];
}
