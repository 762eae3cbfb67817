import type { Certainty, Source } from './stay.js';

/**
 * What a source may prove at most (rulings 5). An end that had to be estimated caps at possible whatever the source;
 * a mobile signal never becomes a stay: it raises questions.
 */
export function evidenceCeiling(source: Source, endKnown: boolean): Certainty | 'never-a-stay' {
  if (source === 'mobile_signal') return 'never-a-stay';
  return endKnown ? 'definite' : 'possible';
}
