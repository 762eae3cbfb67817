import type { Moment } from '../time/parse-instant.js';

export const CASE_CATEGORIES = ['confirmed', 'clinical', 'probable', 'suspected', 'asymptomatic', 'excluded'] as const;
export type CaseCategory = (typeof CASE_CATEGORIES)[number];

/** What may be known of the course of a case; the column of the cases file beside each. */
export const CASE_MOMENTS = {
  onset: 'onset_on',
  firstPositiveSample: 'first_positive_sample_at',
  reported: 'reported_at',
  isolated: 'isolated_at',
  rashOnset: 'rash_onset_on',
  coughOnset: 'cough_onset_on',
  catarrhalOnset: 'catarrhal_onset_on',
  diagnosed: 'diagnosed_at',
  treatmentStarted: 'treatment_started_at',
  antibioticStarted: 'antibiotic_started_at',
  lesionsHealed: 'lesions_healed_on',
  recovered: 'recovered_on',
  symptomFree: 'symptom_free_on',
  died: 'died_on',
  buried: 'buried_on',
} as const;

export type CaseMoment = keyof typeof CASE_MOMENTS;

export interface CaseFacts {
  readonly id: string;
  readonly person: string;
  readonly category: CaseCategory;
  readonly moments: Readonly<Partial<Record<CaseMoment, Moment>>>;
  readonly bacteriology?: 'positive' | 'negative';
  readonly severe?: boolean;
}

/** An excluded case (false positive) derives nobody, and its person may be a contact of others again. */
export const isLiveCase = (facts: Pick<CaseFacts, 'category'>): boolean => facts.category !== 'excluded';

export type CaseKind = 'SYMPTOMATIC' | 'ASYMPTOMATIC' | 'BACT_POS' | 'BACT_NEG';

export const isSymptomatic = (facts: CaseFacts): boolean => facts.category !== 'asymptomatic' || facts.moments.onset !== undefined;
