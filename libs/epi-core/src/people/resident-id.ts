import type { Day } from '../time/zone.js';

export interface ResidentId {
  /** Always 18 characters, X in capital. */
  readonly number: string;
  readonly areaCode: string;
  readonly birthOn: Day;
  readonly sex: 'male' | 'female';
  readonly from15: boolean;
  /** Valid, yet it ends in three zeros as numbers cut by a spreadsheet do; one in eleven of those passes the check. */
  readonly suspiciousZeros: boolean;
}

export type ResidentIdAnswer =
  | ({ readonly kind: 'valid' } & ResidentId)
  | { readonly kind: 'empty' }
  /** A spreadsheet kept it as a number: digits are lost and cannot be had back. */
  | { readonly kind: 'spoiled'; readonly text: string }
  | { readonly kind: 'invalid'; readonly text: string; readonly reason: 'length' | 'characters' | 'birthDate' | 'checkDigit' };

// GB 11643-1999 (ISO 7064 MOD 11-2), domain notes §5.1.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check character of the first 17 digits. */
export const checkCharacter = (first17: string): string => CHECKS[WEIGHTS.reduce((sum, w, i) => sum + w * Number(first17[i]), 0) % 11]!;

/** Full width to half width, spaces and hyphens out, letters that stand for digits, the last place's × and * to X. */
export function normaliseIdText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\-‐‑–—_'`]/g, '')
    .toUpperCase();
  return plain.replace(/[×*]$/, 'X').replace(/O/g, '0').replace(/[LI]/g, '1');
}

/** `1.10E+17` as a spreadsheet writes a long number. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

/** A document or key of any kind that a spreadsheet has turned into a rounded number. With the plus sign: `1E23` may be a passport. */
export const lostDigits = (text: string): boolean => /^\d(?:[.,]\d+)?E\+\d{1,2}$/i.test(text.normalize('NFKC').replace(/\s/g, ''));

/** Sequence numbers 996–999 were kept for people over a hundred: born in the 1800s. */
const centuryOf = (id15: string): string => (Number(id15.slice(12)) >= 996 ? '18' : '19');

function to18(id15: string): string {
  const first17 = `${id15.slice(0, 6)}${centuryOf(id15)}${id15.slice(6)}`;
  return first17 + checkCharacter(first17);
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function birthDay(id: string): Day | null {
  const [y, m, d] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const last = month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
  return year >= 1800 && day >= 1 && day <= last ? `${y}-${m}-${d}` : null;
}

/** Reads a resident ID as people write it. What fails is named, never corrected: about nine repairs of one digit would look right. */
export function readResidentId(text: string): ResidentIdAnswer {
  const raw = text.trim();
  if (raw === '') return { kind: 'empty' };
  if (SCIENTIFIC.test(raw.normalize('NFKC').replace(/\s/g, ''))) return { kind: 'spoiled', text: raw };
  const clean = normaliseIdText(raw);
  if (/^\d{15}$/.test(clean)) return parts(to18(clean), raw, true);
  if (!/^\d{17}[\dX]$/.test(clean))
    return { kind: 'invalid', text: raw, reason: clean.length === 18 || clean.length === 15 ? 'characters' : 'length' };
  return parts(clean, raw, false);
}

function parts(id: string, text: string, from15: boolean): ResidentIdAnswer {
  const zeros = !from15 && id.endsWith('000');
  if (checkCharacter(id) !== id[17]) return zeros ? { kind: 'spoiled', text } : { kind: 'invalid', text, reason: 'checkDigit' };
  const birthOn = birthDay(id);
  if (!birthOn) return { kind: 'invalid', text, reason: 'birthDate' };
  const sex = Number(id[16]) % 2 === 1 ? 'male' : 'female';
  return { kind: 'valid', number: id, areaCode: id.slice(0, 6), birthOn, sex, from15, suspiciousZeros: zeros };
}
