import type { InfectiousRule, Protocol } from '../protocols/schema.js';
import type { Interval } from '../time/interval.js';
import { type Day, dayOf, type Instant } from '../time/zone.js';
import { pickAnchor, RESORT, type UsedAnchor } from './anchors.js';
import type { CaseFacts } from './case-facts.js';
import { windowEnd, windowStart } from './window-bounds.js';
import { kindsOf, type WindowKind } from './window-kinds.js';

export interface WindowContext {
  readonly asOf: Instant;
  readonly tz: string;
}

export interface InfectiousWindow extends Interval {
  /** A fallback anchor or a date where the protocol counts hours: a task for the tracer. */
  readonly provisional: boolean;
  /** No known end: runs to `asOf`. */
  readonly open: boolean;
  /** The protocol sets no window at all (`infectious: []`). */
  readonly unbounded: boolean;
  readonly caseKinds: readonly WindowKind[];
  readonly anchors: readonly UsedAnchor[];
}

export type WindowAnswer =
  | { readonly kind: 'windows'; readonly windows: readonly InfectiousWindow[] }
  | { readonly kind: 'no-window'; readonly reason: { readonly en: string; readonly zh: string } };

/** The first millisecond a JavaScript date can hold; stands for "since ever". */
export const EVER: Instant = -8.64e15;

const none = (en: string, zh: string): WindowAnswer => ({ kind: 'no-window', reason: { en, zh } });

/**
 * When a case could infect others (domain notes §4.2; rulings 2, 13, 14). Several windows that apply are one union, so nobody found
 * under the first is lost; the answer holds disjoint windows in order.
 */
export function infectiousWindow(protocol: Protocol, facts: CaseFacts, context: WindowContext): WindowAnswer {
  if (facts.category === 'excluded') return none('the case is excluded', '病例已排除');
  if (protocol.infectious.length === 0) {
    const all = { start: EVER, end: context.asOf, provisional: false, open: true, unbounded: true, caseKinds: [], anchors: [] };
    return { kind: 'windows', windows: [all] };
  }
  const kinds = kindsOf(protocol, facts, context.tz);
  const rules = protocol.infectious.filter((rule) => kinds.has(rule.caseKind));
  if (rules.length === 0) return none('the protocol has no window for this kind of case', '该方案没有适用于此类病例的传染期');
  const own = rules.flatMap((rule) => oneWindow(protocol, rule, pickAnchor(rule, facts, context.tz), facts, context) ?? []);
  const found =
    own.length > 0 ? own : rules.flatMap((rule) => oneWindow(protocol, rule, pickAnchor(RESORT, facts, context.tz), facts, context) ?? []);
  if (found.length === 0) return none('onset, first positive sample and report are all unknown', '发病、首次阳性采样和报告时间均不明');
  const unsure = own.length === 0 || kinds.get('unsure') === true;
  return { kind: 'windows', windows: union(unsure ? found.map((w) => ({ ...w, provisional: true })) : found) };
}

function oneWindow(
  protocol: Protocol,
  rule: InfectiousRule,
  anchor: UsedAnchor | null,
  facts: CaseFacts,
  context: WindowContext,
): InfectiousWindow | null {
  if (!anchor) return null;
  const start = windowStart(protocol.dayCount, anchor.moment, rule.startOffset, context.tz);
  const end = windowEnd(protocol.dayCount, rule.end, anchor.moment, facts, context.tz);
  return {
    start: start.at,
    // A case isolated before the window would begin has an empty window, not a reversed one.
    end: Math.max(start.at, end?.at ?? context.asOf),
    provisional: start.provisional || (end?.provisional ?? false),
    open: end === null,
    unbounded: false,
    caseKinds: [rule.caseKind],
    anchors: [anchor],
  };
}

function union(windows: readonly InfectiousWindow[]): InfectiousWindow[] {
  const sorted = [...windows].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: InfectiousWindow[] = [];
  for (const next of sorted) {
    const last = out[out.length - 1];
    if (!last || next.start > last.end) {
      out.push(next);
      continue;
    }
    out[out.length - 1] = {
      start: last.start,
      end: Math.max(last.end, next.end),
      provisional: last.provisional || next.provisional,
      open: last.open || next.open,
      unbounded: false,
      caseKinds: [...new Set([...last.caseKinds, ...next.caseKinds])],
      anchors: [...last.anchors, ...next.anchors],
    };
  }
  return out;
}

/** The window in days, for a lane or a sentence. */
export const windowDays = (window: Interval, tz: string): { from: Day; to: Day } => ({
  from: dayOf(window.start, tz),
  to: dayOf(Math.max(window.start, window.end - 1), tz),
});
