/** Columns of a group by letter: A is the record they are compared with. */
export const letterOf = (column: number): string => String.fromCharCode(65 + column);

/** Of the candidate at a place. */
export const candidateLetter = (at: number): string => letterOf(at + 1);
