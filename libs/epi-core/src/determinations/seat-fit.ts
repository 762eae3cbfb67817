import type { SeatRule } from '../protocols/schema.js';
import type { Fit } from './fit.js';
import type { Meeting, SettledStay } from './meeting.js';

interface Seat {
  readonly row: number;
  readonly letter: string;
}

/** Letters in the order of the seats; trains leave out E, planes leave out I. */
const TRAIN_LETTERS = 'ABCDF';
const PLANE_LETTERS = 'ABCDEFGHJKL';

function readSeat(text: string | undefined): Seat | null {
  const m = /^(\d{1,3})\s*-?\s*([A-L])$/.exec((text ?? '').normalize('NFKC').trim().toUpperCase());
  return m ? { row: Number(m[1]), letter: m[2]! } : null;
}

const sameText = (a: string, b: string) => a.normalize('NFKC').trim().toUpperCase() === b.normalize('NFKC').trim().toUpperCase();

function carriageFit(a: SettledStay, b: SettledStay): Fit {
  if (!a.carriage || !b.carriage) return 1;
  return sameText(a.carriage, b.carriage) ? 2 : 0;
}

function columnsApart(rule: SeatRule, a: Seat, b: Seat): number {
  const letters = rule.mode === 'TRAIN' ? TRAIN_LETTERS : PLANE_LETTERS;
  return Math.abs(letters.indexOf(a.letter) - letters.indexOf(b.letter));
}

function rowsFit(rule: SeatRule, source: Seat, other: Seat): boolean {
  return other.row >= source.row - rule.rowsBefore && other.row <= source.row + rule.rowsAfter;
}

/** Rules by rows and seats. Who has no passenger seat written down may be crew of the zone: open. */
function seatsFit(rule: SeatRule, source: SettledStay, other: SettledStay): Fit {
  const [a, b] = [readSeat(source.seat), readSeat(other.seat)];
  if (carriageFit(source, other) === 0) return 0;
  if (!a || !b) return 1;
  const columns = columnsApart(rule, a, b);
  if (rule.scope === 'ROWS') return rowsFit(rule, a, b) ? 2 : 0;
  // "n seats in any direction": n to the side as well as in front and behind.
  if (rule.scope === 'SEATS_ANY_DIRECTION') return rowsFit(rule, a, b) && columns <= Math.max(rule.rowsBefore, rule.rowsAfter) ? 2 : 0;
  if (a.row !== b.row || columns > 2) return 0;
  // First class has A C D F: two letters apart may still be neighbours there.
  return columns <= 1 ? 2 : rule.mode === 'TRAIN' ? 1 : 0;
}

function scopeFit(rule: SeatRule, source: SettledStay, other: SettledStay): Fit {
  if (rule.scope === 'VEHICLE') return 2;
  if (rule.scope === 'CARRIAGE') return carriageFit(source, other);
  // Compartments are not recorded: another carriage rules it out, the same one leaves it open.
  if (rule.scope === 'COMPARTMENT') return carriageFit(source, other) === 0 ? 0 : 1;
  return seatsFit(rule, source, other);
}

/** Sealed and air-conditioned is read from `enclosed`, ventilated from its contrary; filters are not recorded. */
function whenFit(rule: SeatRule, stay: SettledStay): Fit {
  if (!rule.when) return 2;
  if (rule.when === 'HEPA' || rule.when === 'NO_HEPA' || stay.enclosed === 'unknown') return 1;
  return (rule.when === 'SEALED_AC') === (stay.enclosed === 'yes') ? 2 : 0;
}

/** Seat rules of vehicles, from the seats and carriages that are known. */
export function seatFit(rule: SeatRule, meeting: Meeting): Fit {
  const { caseStay, contactStay } = meeting;
  return Math.min(scopeFit(rule, caseStay, contactStay), whenFit(rule, caseStay), whenFit(rule, contactStay)) as Fit;
}
