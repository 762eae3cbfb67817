import type { SeatRule } from '../protocols/schema.js';
import { surestOf, widestOf } from '../stays/stay.js';
import { lengthOf } from '../time/interval.js';
import { MINUTE } from '../time/zone.js';
import { type Fit, strongest, weakest } from './fit.js';
import type { Meeting, SettledStay } from './meeting.js';
import { readSeat, type Seat } from './seat.js';

/** Letters in the order of the seats; trains leave out E, planes leave out I. */
const TRAIN_LETTERS = 'ABCDF';
const PLANE_LETTERS = 'ABCDEFGHJKL';

const normal = (text: string) => text.normalize('NFKC').trim().toUpperCase();

function carriageFit(a: SettledStay, b: SettledStay): Fit {
  if (!a.carriage || !b.carriage) return 1;
  return normal(a.carriage) === normal(b.carriage) ? 2 : 0;
}

type Placed = { readonly row: number; readonly letter: string };

/** A passenger or a baby in arms with a seat; crew and who has none written down: null. */
const placed = (seat: Seat | null): Placed | null =>
  seat === null || seat.kind === 'crew' || seat.row === null || seat.letter === null ? null : { row: seat.row, letter: seat.letter };

function columnsApart(rule: SeatRule, a: Placed, b: Placed): number {
  const letters = rule.mode === 'TRAIN' ? TRAIN_LETTERS : PLANE_LETTERS;
  return Math.abs(letters.indexOf(a.letter) - letters.indexOf(b.letter));
}

const rowsFit = (rule: SeatRule, source: Placed, other: Placed): boolean =>
  other.row >= source.row - rule.rowsBefore && other.row <= source.row + rule.rowsAfter;

/** Rules by rows and seats. Who has no seat written down may be anywhere: open. */
function seatsFit(rule: SeatRule, source: SettledStay, other: SettledStay): Fit {
  const [a, b] = [placed(readSeat(source.seat)), placed(readSeat(other.seat))];
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

/**
 * A compartment or cabin is a place of its own under the vehicle: whoever shares it is in. Known by the carriage only, another one rules
 * it out and the same one leaves it open.
 */
function compartmentFit({ caseStay: a, contactStay: b, relation }: Meeting): Fit {
  if (relation === 'same' && a.inRoom && b.inRoom) return 2;
  return carriageFit(a, b) === 0 ? 0 : 1;
}

/** Crew among the contacts: all of them, none, or those who serve the case's zone (its row, else its carriage). */
function crewFit(rule: SeatRule, { caseStay, contactStay }: Meeting, crew: Seat & { kind: 'crew' }): Fit {
  if (rule.crew === 'ALL') return 2;
  if (rule.crew === 'NONE') return 0;
  const seat = placed(readSeat(caseStay.seat));
  if (seat && crew.rows) return seat.row >= crew.rows.from && seat.row <= crew.rows.to ? 2 : 0;
  const carriage = carriageFit(caseStay, contactStay);
  return carriage === 0 || rule.scope === 'CARRIAGE' ? carriage : 1;
}

function scopeFit(rule: SeatRule, meeting: Meeting): Fit {
  const { caseStay, contactStay } = meeting;
  const [source, other] = [readSeat(caseStay.seat), readSeat(contactStay.seat)];
  if (other?.kind === 'crew') return crewFit(rule, meeting, other);
  if (rule.scope === 'VEHICLE') return 2;
  // Crew moves about: whom a case among them was near to is for the investigator.
  if (source?.kind === 'crew') return carriageFit(caseStay, contactStay) === 0 ? 0 : 1;
  if (rule.scope === 'CARRIAGE') return carriageFit(caseStay, contactStay);
  if (rule.scope === 'COMPARTMENT') return compartmentFit(meeting);
  return seatsFit(rule, caseStay, contactStay);
}

const namesIn = (companions: string | undefined): string[] => (companions ?? '').split(/[\s,;、，；]+/).filter(Boolean);

/** Companions are those named by id on either stay. A bare number says that there were some and leaves open who; nothing says none. */
function companionFit({ caseStay, contactStay }: Meeting): Fit {
  const named = (stay: SettledStay, person: string) => namesIn(stay.companions).includes(person);
  if (named(caseStay, contactStay.person) || named(contactStay, caseStay.person)) return 2;
  const some = [caseStay, contactStay].some((stay) => namesIn(stay.companions).some((word) => /^\d+$/.test(word) && Number(word) > 0));
  return some ? 1 : 0;
}

/** Who counts wherever they sit: babies in arms, travel companions. */
function alsoFit(rule: SeatRule, meeting: Meeting): Fit {
  const infant = rule.also?.includes('LAP_INFANTS') && readSeat(meeting.contactStay.seat)?.kind === 'infant';
  return strongest(infant ? 2 : 0, rule.also?.includes('COMPANIONS') ? companionFit(meeting) : 0);
}

/** Sealed and air-conditioned is read from `enclosed`, ventilated from its contrary, cabin filters from the vehicle's `hepa`. */
function whenFit(rule: SeatRule, stay: SettledStay): Fit {
  if (!rule.when) return 2;
  const filters = rule.when === 'HEPA' || rule.when === 'NO_HEPA';
  const value = filters ? stay.hepa : stay.enclosed;
  if (value === 'unknown') return 1;
  return (rule.when === 'HEPA' || rule.when === 'SEALED_AC') === (value === 'yes') ? 2 : 0;
}

/** The trip is as long as the stay in the vehicle: long enough by the surest bounds, by the widest only, or not. */
function tripFit(rule: SeatRule, stay: SettledStay): Fit {
  if (rule.minTrip === undefined) return 2;
  const least = rule.minTrip * MINUTE;
  return lengthOf(surestOf(stay)) >= least ? 2 : lengthOf(widestOf(stay)) >= least ? 1 : 0;
}

/** Seat rules of vehicles, from the seats, carriages and compartments that are known. */
export function seatFit(rule: SeatRule, meeting: Meeting): Fit {
  const { caseStay, contactStay } = meeting;
  return weakest(
    strongest(scopeFit(rule, meeting), alsoFit(rule, meeting)),
    whenFit(rule, caseStay),
    whenFit(rule, contactStay),
    tripFit(rule, caseStay),
    tripFit(rule, contactStay),
  );
}
