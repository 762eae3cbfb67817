/** A text with the way back and forth. What is typed into one field without a pause is one step. */
export interface DraftHistory {
  readonly now: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The field of the last step; null: the next step stands for itself. */
  readonly field: string | null;
}

/** Steps that can be taken back: an afternoon of them. */
const MOST_STEPS = 300;

export const startDraft = (text: string): DraftHistory => ({ now: text, before: [], after: [], field: null });

export function edited(history: DraftHistory, text: string, field: string | null = null): DraftHistory {
  if (text === history.now) return history;
  const same = field !== null && field === history.field;
  return { now: text, before: same ? history.before : [...history.before, history.now].slice(-MOST_STEPS), after: [], field };
}

export function undone(history: DraftHistory): DraftHistory {
  const last = history.before.at(-1);
  if (last === undefined) return history;
  return { now: last, before: history.before.slice(0, -1), after: [history.now, ...history.after], field: null };
}

export function redone(history: DraftHistory): DraftHistory {
  const [next, ...after] = history.after;
  return next === undefined ? history : { now: next, before: [...history.before, history.now], after, field: null };
}
