import { checkCharacter } from '@tracewright/epi-core';

/** A document number by the standard's own arithmetic, under an area code that was never given out. `sequence` 1–995, odd male. */
export function residentId(areaCode: string, birthOn: string, sequence: number): string {
  const first17 = `${areaCode}${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

/** The form of before 1999: two-digit year, no check character. Only for people born in the 1900s. */
export const in15Digits = (id18: string): string => id18.slice(0, 6) + id18.slice(8, 17);

/** As an input method in full width writes it. */
export const inFullWidth = (text: string): string => [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');

/**
 * Numbers nobody can be called at: no operator was ever given the block 154, so no exchange routes it, and the zeros behind it are
 * no region's. They still have the shape of a mobile number. `n` 0–9999.
 */
export const mobile = (n: number): string => `1540000${String(n).padStart(4, '0')}`;

/** Duty desks: area code 099 + a number that begins with 0, as no subscriber's does. `n` 0–999. */
export const landline = (n: number): string => `0990000${String(n).padStart(4, '0')}`;
