/** A group of the review queue as the keys walk through it: the record, its candidates, and the column of other areas where there is one. */
export interface GroupShape {
  readonly firstId: string;
  readonly columns: readonly string[];
}

/** The column that says no more than that somebody is known in another area. */
export const ELSEWHERE = 'elsewhere';

/** What was chosen, by the people it is about, so that it is found again after a decision. */
export interface GroupChoice {
  readonly firstId: string;
  readonly column: string;
}

export interface GroupFocus {
  readonly at: number;
  readonly column: number;
}

/** Where the choice is now: a record that was merged away stands under whoever stayed, and what is gone leaves the focus at its group, or the first. */
export function focusOf(groups: readonly GroupShape[], choice: GroupChoice | null): GroupFocus {
  if (!choice) return { at: 0, column: 0 };
  const exact = groups.findIndex(({ firstId, columns }) => firstId === choice.firstId && columns.includes(choice.column));
  if (exact >= 0) return { at: exact, column: groups[exact]!.columns.indexOf(choice.column) };
  const same = groups.findIndex(({ firstId }) => firstId === choice.firstId);
  if (same >= 0) return { at: same, column: 0 };
  const moved = groups.findIndex(({ firstId, columns }) => firstId === choice.column || columns.includes(choice.column));
  if (moved < 0) return { at: 0, column: 0 };
  return { at: moved, column: Math.max(0, groups[moved]!.columns.indexOf(choice.column)) };
}

/** What is looked at when the column of the focus is decided and leaves: its neighbour, else the next group. Null: nothing is left. */
export function afterDecision(groups: readonly GroupShape[], { at, column }: GroupFocus): GroupChoice | null {
  const group = groups[at];
  const neighbour = group?.columns[column + 1] ?? group?.columns[column - 1];
  if (group && neighbour) return { firstId: group.firstId, column: neighbour };
  return afterGroup(groups, at);
}

export function afterGroup(groups: readonly GroupShape[], at: number): GroupChoice | null {
  const next = groups[at + 1] ?? groups[at - 1];
  return next ? { firstId: next.firstId, column: next.columns[0]! } : null;
}
