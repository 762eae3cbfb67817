import { isLiveCase, mayOpen, type Protocol } from '@tracewright/epi-core';
import { type ChangeCounts, countsOf, type DerivationChange } from '../cases/derivation-diff.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { versionId } from './protocol-of.js';
import type { ProtocolProblem } from './read-protocol-text.js';
import { type ProtocolSource, shownTo, sidesOfCase, sourceProtocol, type TriedCase, type TriedChange } from './try-protocol.js';
import { TrySum } from './try-sum.js';

export type TryState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** How far a try is, and what it has found so far. */
export interface TryProgress {
  readonly id: string;
  readonly state: TryState;
  /** `protocolId@version`. */
  readonly tried: string;
  /** Cases looked at, of how many. */
  readonly looked: number;
  readonly of: number;
  readonly affected: number;
  readonly counts: ChangeCounts;
  /** People who would move, each once. */
  readonly people: number;
  readonly tookMs: number;
}
export interface TriedCaseCounts extends Omit<TriedCase, 'diff'> {
  readonly counts: ChangeCounts;
}
export interface TryPage<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
export type BeginTryOutcome =
  | { kind: 'try-begun'; progress: TryProgress }
  | { kind: 'not-allowed' }
  | { kind: 'nothing-selected' }
  | { kind: 'protocol-not-found' }
  | { kind: 'case-not-found' }
  | { kind: 'invalid-input'; fields: readonly ProtocolProblem[] };

interface Try {
  readonly id: string;
  readonly accountId: string;
  readonly protocol: Protocol;
  readonly caseIds: readonly string[];
  readonly sum: TrySum;
  readonly began: number;
  state: TryState;
  looked: number;
  ended: number | null;
}

/** Cases of an area, all of them: a bound so that the question has one. */
const MOST_CASES = 1_000_000;
/** Rows of a page of cases or people. */
export const TRY_PAGE = 50;
/** What somebody tried is kept for them until they try the next, and for at most so many people at once. */
const MOST_KEPT = 20;

/**
 * Tries of protocols on every live case of an area, however many: beside what desks do, with their progress to be asked for, and stopped when nobody
 * wants them any more. They live in the memory of this server; whoever asks after a restart is told to begin again.
 */
export class ProtocolTries {
  private readonly tries = new Map<string, Try>();

  constructor(private readonly desk: Desk) {}

  async begin(actor: Actor, source: ProtocolSource, caseIds: readonly string[] | null): Promise<BeginTryOutcome> {
    if (!mayOpen(actor.role, 'protocols')) return { kind: 'not-allowed' };
    if (caseIds?.length === 0) return { kind: 'nothing-selected' };
    const { desk } = this;
    const start = await desk.work.read(async (tx) => {
      const read = await sourceProtocol(desk, tx, source);
      if (read.kind !== 'read') return read;
      const ids = caseIds === null ? await desk.chains.caseIds(tx, actor.areaPath, MOST_CASES) : [...new Set(caseIds)];
      const own = (await desk.cases.byIds(tx, ids)).filter((one) => one.areaPath.startsWith(actor.areaPath));
      if (own.length === 0 || own.length < ids.length) return { kind: 'case-not-found' as const };
      const cases = own.filter((one) => caseIds !== null || isLiveCase(one)).sort((a, b) => (a.no < b.no ? -1 : 1));
      return { kind: 'ready' as const, protocol: read.protocol, caseIds: cases.map((one) => one.id) };
    });
    if (start.kind !== 'ready') return start;
    const one: Try = {
      id: desk.ids.next('try'),
      accountId: actor.accountId,
      ...start,
      sum: new TrySum(),
      began: performance.now(),
      state: 'RUNNING',
      looked: 0,
      ended: null,
    };
    this.keep(one);
    void this.run(one);
    return { kind: 'try-begun', progress: progressOf(one) };
  }

  /** Only who began it may ask: what it holds is what their area shows them. */
  progress(actor: Actor, id: string): TryProgress | null {
    const one = this.of(actor, id);
    return one && progressOf(one);
  }

  cancel(actor: Actor, id: string): TryProgress | null {
    const one = this.of(actor, id);
    if (one?.state === 'RUNNING') this.end(one, 'CANCELLED');
    return one && progressOf(one);
  }

  /** Cases whose contacts would differ, or that the protocol gives no window; in order of their numbers. */
  cases(actor: Actor, id: string, from: number): TryPage<TriedCaseCounts> | null {
    const one = this.of(actor, id);
    if (!one) return null;
    const touched = one.sum.cases.filter(({ changes, noWindow }) => changes.length > 0 || noWindow !== null);
    const rows = touched.slice(from, from + TRY_PAGE).map(({ changes, ...rest }) => ({ ...rest, counts: countsOf(changes) }));
    return { rows, total: touched.length };
  }

  /** Who would move, a page at a time: over all cases each once, or in one case. Who is shown is written into the audit. */
  async people(actor: Actor, id: string, caseId: string | null, from: number): Promise<TryPage<TriedChange> | null> {
    const one = this.of(actor, id);
    if (!one) return null;
    const changes: readonly DerivationChange[] =
      caseId === null ? one.sum.total() : (one.sum.cases.find((tried) => tried.caseId === caseId)?.changes ?? []);
    const page = changes.slice(from, from + TRY_PAGE);
    const shown = await shownTo(
      this.desk,
      actor,
      page.map((change) => change.personId),
    );
    return { rows: shown(page), total: changes.length };
  }

  private of(actor: Actor, id: string): Try | null {
    const one = this.tries.get(id);
    return one?.accountId === actor.accountId ? one : null;
  }

  private keep(one: Try): void {
    for (const other of this.tries.values()) if (other.accountId === one.accountId) this.drop(other);
    while (this.tries.size >= MOST_KEPT) this.drop(this.tries.values().next().value!);
    this.tries.set(one.id, one);
  }

  private drop(one: Try): void {
    if (one.state === 'RUNNING') this.end(one, 'CANCELLED');
    this.tries.delete(one.id);
  }

  private end(one: Try, state: TryState): void {
    one.state = state;
    one.ended = performance.now();
  }

  /** One case after the other, each in a transaction of its own: desks go on meanwhile, and a stop is heard after the case at hand. */
  private async run(one: Try): Promise<void> {
    const { desk } = this;
    try {
      for (const caseId of one.caseIds) {
        const sides = await desk.work.read(async (tx) => {
          const [found] = await desk.cases.byIds(tx, [caseId]);
          return found ? sidesOfCase(desk, tx, found, one.protocol) : null;
        });
        if (one.state !== 'RUNNING') return;
        if (sides) one.sum.add(sides);
        one.looked++;
      }
      this.end(one, 'DONE');
    } catch {
      // What was found so far stays to be looked at; the case that failed fails on its own sheet as well, where its reason is said.
      this.end(one, 'FAILED');
    }
  }
}

const progressOf = ({ id, state, protocol, looked, caseIds, sum, began, ended }: Try): TryProgress => ({
  id,
  state,
  tried: versionId(protocol.id, protocol.version),
  looked,
  of: caseIds.length,
  affected: sum.cases.filter(({ changes }) => changes.length > 0).length,
  counts: countsOf(sum.total()),
  people: sum.total().length,
  tookMs: Math.round((ended ?? performance.now()) - began),
});
