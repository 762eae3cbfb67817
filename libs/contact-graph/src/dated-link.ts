/** A directed contact; `day` is its calendar day as a number of days, null when the file gives none. */
export interface DatedLink {
  readonly from: string;
  readonly to: string;
  readonly day: number | null;
}
