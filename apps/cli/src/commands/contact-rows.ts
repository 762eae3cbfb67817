import { formatInstant } from '@tracewright/epi-core';
import type { DerivedRow } from '@tracewright/exposure-index';

/** The columns of derived contacts (`contracts.md`), from files and from the database alike. */
export const HEADERS = [
  'case',
  'contact',
  'via',
  'class',
  'certainty',
  'rule',
  'first',
  'last',
  'seconds_min',
  'seconds_max',
  'encounters',
  'protocol',
];

export const rowCells = (r: DerivedRow, protocol: string, tz: string): (string | number | null)[] => [
  r.case,
  r.contact,
  r.via ?? '',
  r.cls,
  r.certainty,
  r.rule,
  r.first === null ? '' : formatInstant(r.first, tz),
  r.last === null ? '' : formatInstant(r.last, tz),
  r.secondsMin ?? '',
  r.secondsMax ?? '',
  r.encounters,
  protocol,
];
