import type { LedgerTerm } from './states-observation.js';

export const LEDGER_CLASSES = ['CLOSE', 'SECOND'] as const;
export type LedgerClass = (typeof LEDGER_CLASSES)[number];
export type LedgerOrigin = 'OWN' | 'RECEIVED';
/** Level of the outside area a person was sent on to, seen from the home area. */
export type OutLevel = 'DISTRICT' | 'CITY' | 'PROVINCE';

/**
 * What the ledger knows of one person at one moment. Each part comes from its own record (determination, push, observation), so that
 * the equations can fail: a person without an observation state is in `identified` and in no term, and is named.
 */
export interface LedgerEntry {
  readonly personId: string;
  readonly cls: LedgerClass;
  readonly origin: LedgerOrigin;
  readonly outLevel: OutLevel | null;
  /** Second handshake done or closed: somebody answers for the person. */
  readonly placed: boolean;
  readonly term: LedgerTerm | null;
}

export interface LedgerCounts {
  identified: number;
  own: number;
  received: number;
  ownHere: number;
  toDistrict: number;
  toCity: number;
  toProvince: number;
  passedOn: number;
  managed: number;
  placed: number;
  beingPlaced: number;
  observed: number;
  released: number;
  confirmed: number;
  died: number;
  central: number;
  awaiting: number;
  home: number;
  hospital: number;
}
export type LedgerFigure = keyof LedgerCounts;

const ENDED: ReadonlySet<LedgerTerm> = new Set(['RELEASED', 'CONFIRMED', 'DIED']);

const FIGURES: Record<LedgerFigure, (e: LedgerEntry) => boolean> = {
  identified: () => true,
  own: (e) => e.origin === 'OWN',
  received: (e) => e.origin === 'RECEIVED',
  ownHere: (e) => e.origin === 'OWN' && e.outLevel === null,
  toDistrict: (e) => e.origin === 'OWN' && e.outLevel === 'DISTRICT',
  toCity: (e) => e.origin === 'OWN' && e.outLevel === 'CITY',
  toProvince: (e) => e.origin === 'OWN' && e.outLevel === 'PROVINCE',
  passedOn: (e) => e.origin === 'RECEIVED' && e.outLevel !== null,
  managed: (e) => e.outLevel === null,
  placed: (e) => e.outLevel === null && e.placed,
  beingPlaced: (e) => e.outLevel === null && !e.placed,
  // Whoever is placed and not ended is under observation, whether or not the way is known: an unknown way must not balance.
  observed: (e) => e.outLevel === null && e.placed && !(e.term !== null && ENDED.has(e.term)),
  released: (e) => e.outLevel === null && e.term === 'RELEASED',
  confirmed: (e) => e.outLevel === null && e.term === 'CONFIRMED',
  died: (e) => e.outLevel === null && e.term === 'DIED',
  central: (e) => e.outLevel === null && e.term === 'CENTRAL',
  awaiting: (e) => e.outLevel === null && e.term === 'AWAITING_TRANSFER',
  home: (e) => e.outLevel === null && e.term === 'HOME',
  hospital: (e) => e.outLevel === null && e.term === 'HOSPITAL',
};

export function belongsTo(figure: LedgerFigure, entry: LedgerEntry): boolean {
  return FIGURES[figure](entry);
}

export interface LedgerEquation {
  readonly id: string;
  readonly total: LedgerFigure;
  readonly plus: readonly LedgerFigure[];
  readonly minus: readonly LedgerFigure[];
}

/** The equations of `domain.md` §8.1, in the order they are read. */
export const LEDGER_EQUATIONS: readonly LedgerEquation[] = [
  { id: 'identified', total: 'identified', plus: ['own', 'received'], minus: [] },
  { id: 'own', total: 'own', plus: ['ownHere', 'toDistrict', 'toCity', 'toProvince'], minus: [] },
  { id: 'managed-from', total: 'managed', plus: ['ownHere', 'received'], minus: ['passedOn'] },
  { id: 'managed', total: 'managed', plus: ['placed', 'beingPlaced'], minus: [] },
  { id: 'placed', total: 'placed', plus: ['observed', 'released', 'confirmed', 'died'], minus: [] },
  { id: 'observed', total: 'observed', plus: ['central', 'awaiting', 'home', 'hospital'], minus: [] },
];

export interface LedgerLine extends LedgerEquation {
  readonly left: number;
  readonly right: number;
  readonly closed: boolean;
  /** People counted once on one side only. Empty when the line balances person by person. */
  readonly differing: readonly string[];
}

export interface Ledger {
  readonly counts: LedgerCounts;
  readonly lines: readonly LedgerLine[];
  readonly closed: boolean;
}

const net = (equation: LedgerEquation, entry: LedgerEntry): number => {
  const sum = (figures: readonly LedgerFigure[]) => figures.filter((figure) => belongsTo(figure, entry)).length;
  return Number(belongsTo(equation.total, entry)) - sum(equation.plus) + sum(equation.minus);
};

/** `entries` holds everybody identified, once each; people who left (excluded, withdrawn, merged) are not among them. */
export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const counts = Object.fromEntries(
    (Object.keys(FIGURES) as LedgerFigure[]).map((figure) => [figure, entries.filter(FIGURES[figure]).length]),
  ) as unknown as LedgerCounts;
  const lines = LEDGER_EQUATIONS.map((equation): LedgerLine => {
    const total = (figures: readonly LedgerFigure[]) => figures.reduce((sum, figure) => sum + counts[figure], 0);
    const left = counts[equation.total];
    const right = total(equation.plus) - total(equation.minus);
    const differing = entries.filter((entry) => net(equation, entry) !== 0).map((entry) => entry.personId);
    return { ...equation, left, right, closed: left === right && differing.length === 0, differing };
  });
  return { counts, lines, closed: lines.every((line) => line.closed) };
}
