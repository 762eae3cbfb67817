import type { Setting } from '../places/setting-class.js';
import type { Interval } from '../time/interval.js';
import type { Instant } from '../time/zone.js';

/** Where a piece of trajectory is known from. */
export const SOURCES = ['interview', 'venue_code', 'mobile_signal', 'payment', 'camera', 'ticket', 'register', 'other'] as const;
export type Source = (typeof SOURCES)[number];

export const SOURCE_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  interview: { zh: '流调', en: 'interview' },
  venue_code: { zh: '场所码', en: 'venue code' },
  mobile_signal: { zh: '手机信号', en: 'mobile signal' },
  payment: { zh: '支付', en: 'payment' },
  camera: { zh: '监控', en: 'camera' },
  ticket: { zh: '票据', en: 'ticket' },
  register: { zh: '登记', en: 'register' },
  other: { zh: '其他', en: 'other' },
};

export type Certainty = 'definite' | 'possible';
/** Whether the person wore what protects. */
export const PROTECTIONS = ['effective', 'none', 'unknown'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** A piece of trajectory: a person at a place, with its widest bounds `[start, end)` and its surest `[startLatest, endEarliest)`. */
export interface Stay {
  readonly id: string;
  readonly person: string;
  readonly place: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startLatest: Instant;
  readonly endEarliest: Instant;
  readonly source: Source;
  /** What this stay may prove at most (rulings 5). */
  readonly ceiling: Certainty;
  readonly setting?: Setting;
  readonly seat?: string;
  readonly carriage?: string;
  readonly protection: Protection;
  readonly companions?: string;
}

export const widestOf = (stay: Stay): Interval => ({ start: stay.start, end: stay.end });
/** May be empty: when the latest start lies behind the earliest end, nothing is certain but that the person was there. */
export const surestOf = (stay: Stay): Interval => ({ start: stay.startLatest, end: stay.endEarliest });
