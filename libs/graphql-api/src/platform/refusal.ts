import type { Ask } from './ask.js';
import type { Both } from './lang.js';
import { REFUSALS, type RefusalKind, SKIPPED } from './refusal-words.js';

interface Refusing {
  readonly kind: string;
  readonly fields?: readonly (Both & { readonly field: string })[];
  readonly by?: string;
  readonly at?: number;
  readonly rev?: number;
  /** What the sentence is about, where the words alone do not say it. */
  readonly says?: Both;
}

export const isRefusal = (kind: string): kind is RefusalKind => Object.hasOwn(REFUSALS, kind);

/** A use case's refusal as the type the schema has for it, in the language of the request. */
export function refusal(ask: Ask, outcome: Refusing): { kind: string } {
  if (!isRefusal(outcome.kind)) throw new Error(`The outcome "${outcome.kind}" has no words in refusal-words.ts.`);
  const words = REFUSALS[outcome.kind];
  const fields = (outcome.fields ?? []).map((f) => ({ field: f.field, message: f[ask.lang] }));
  const { by, at, rev } = outcome;
  return {
    kind: words.type,
    code: outcome.kind,
    message: outcome.says ? `${words[ask.lang]} ${outcome.says[ask.lang]}` : words[ask.lang],
    rule: outcome.kind,
    fields,
    by,
    at,
    rev,
  } as { kind: string };
}

/** `done` when the outcome is the one that was hoped for, its refusal otherwise. */
export function answer<O extends { readonly kind: string }, K extends O['kind']>(
  ask: Ask,
  outcome: O,
  hoped: K,
  type: string,
  done: (outcome: Extract<O, { kind: K }>) => object,
): object {
  if (outcome.kind !== hoped) return refusal(ask, outcome);
  return { kind: type, ...done(outcome as Extract<O, { kind: K }>) };
}

/** Outcomes with nothing to show. */
export const simple = (ask: Ask, outcome: { readonly kind: string }): object =>
  isRefusal(outcome.kind) ? refusal(ask, outcome) : { kind: 'Done', ok: true };

export const skippedFace = (ask: Ask, skipped: { contactId: string; why: string }): object => ({
  ...skipped,
  message: SKIPPED[skipped.why]?.[ask.lang] ?? skipped.why,
});
