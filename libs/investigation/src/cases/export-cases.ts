import {
  addDays,
  type CaseFacts,
  dayOf,
  EVER,
  endOfDay,
  type Instant,
  type Interval,
  infectiousWindow,
  isLiveCase,
  type Protocol,
  startOfDay,
} from '@tracewright/epi-core';
import { caseFacts } from '../determinations/rule-values.js';
import { sees } from '../people/person-view.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Case } from './case-store.js';

export interface CasesForEngines {
  readonly kind: 'cases';
  readonly cases: readonly Case[];
  /** Infectious windows under the protocol, by case. */
  readonly windows: readonly (Interval & { readonly case: string })[];
  /** Cases without a usable anchor: named, never silently empty (ruling 14). */
  readonly noWindow: readonly string[];
  /** When people under observation were isolated. */
  readonly isolations: ReadonlyMap<string, Instant>;
  /** The local calendar days that the windows touch, one more at either end. */
  readonly days: readonly Interval[];
}

const PAGE = 1_000;

/** The cases of the actor's area with what an engine outside needs beside the stays, audited before it is given away. */
export async function exportCases(desk: Desk, actor: Actor, protocol: Protocol): Promise<CasesForEngines | { readonly kind: 'not-seen' }> {
  if (!sees(actor, 'case') || !sees(actor, 'exposure')) return { kind: 'not-seen' };
  const { tz } = desk.clock;
  const found = await desk.work.read(async (tx) => {
    const cases: Case[] = [];
    for (let after: string | null = null; ; ) {
      const { rows } = await desk.cases.list(tx, { areaPath: actor.areaPath, category: null, text: null }, PAGE, after);
      cases.push(...rows.map((row) => row.case));
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.case.no;
    }
    const people = await desk.contacts.idsOf(tx, { ...EVERY_CONTACT, homePath: actor.areaPath }, MOST);
    const contacts = await desk.contacts.byIds(tx, people);
    const isolations = await desk.transfer.isolatedSince(tx, [...new Set(contacts.map((contact) => contact.personId))]);
    return { cases, isolations, now: tx.now };
  });
  await desk.audit.seen(actor, 'export-cases', new Set([...found.cases.map((one) => one.personId), ...found.isolations.keys()]));
  const told = found.cases.map((one) => caseFacts(one, tz)).filter(isLiveCase);
  const windows = told.flatMap((facts) => windowsOf(protocol, facts, found.now, tz));
  const withWindow = new Set(windows.map((window) => window.case));
  const noWindow = told.flatMap(({ id }) => (withWindow.has(id) ? [] : [id]));
  return { kind: 'cases', cases: found.cases, windows, noWindow, isolations: found.isolations, days: daysOf(windows, found.now, tz) };
}

const MOST = 1_000_000;
const EVERY_CONTACT = { view: 'all', cls: null, caseId: null, areaPath: null, observation: null, text: null, sort: 'due' } as const;

function windowsOf(protocol: Protocol, facts: CaseFacts, asOf: Instant, tz: string): (Interval & { readonly case: string })[] {
  const answer = infectiousWindow(protocol, facts, { asOf, tz });
  return answer.kind === 'windows' ? answer.windows.map(({ start, end }) => ({ case: facts.id, start, end })) : [];
}

/** A year back where a protocol has no window. */
const LONGEST_DAYS = 366;

function daysOf(windows: readonly Interval[], now: Instant, tz: string): Interval[] {
  const starts = windows.map(({ start }) => start).filter((start) => start > EVER);
  const today = dayOf(now, tz);
  const last = addDays(today, 1);
  const days: Interval[] = [];
  const first = windows.length > starts.length ? addDays(today, -LONGEST_DAYS) : addDays(dayOf(Math.min(now, ...starts), tz), -1);
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ start: startOfDay(day, tz), end: endOfDay(day, tz) });
  return days;
}
