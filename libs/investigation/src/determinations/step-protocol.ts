import { shippedProtocol } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx, WriteTx } from '../platform/unit-of-work.js';
import { type ChangedVersion, changedVersion } from './draft-protocol.js';
import type { StoredVersion, VersionState } from './protocol-store.js';

/** The way of a version: drafted, verified by somebody in his own name (ruling 15), active, retired. */
export const PROTOCOL_STEPS = {
  verify: { from: 'DRAFT', to: 'VERIFIED' },
  activate: { from: 'VERIFIED', to: 'ACTIVE' },
  retire: { from: 'ACTIVE', to: 'RETIRED' },
} as const satisfies Record<string, { from: VersionState; to: VersionState }>;
export type ProtocolStep = keyof typeof PROTOCOL_STEPS;

export interface StepProtocol {
  readonly step: ProtocolStep;
  /** `protocolId@version`. */
  readonly id: string;
  /** Revision that was looked at: nobody answers for a text they did not see. */
  readonly rev: number;
  /** For `activate`: the stored version that was seen to be active, null when it was the shipped one. */
  readonly insteadOf: string | null;
}
export type StepProtocolOutcome =
  | { kind: 'protocol-version-saved'; version: StoredVersion }
  | { kind: 'not-allowed' }
  | { kind: 'protocol-not-found' }
  | { kind: 'state-conflict' }
  | { kind: 'protocol-in-use'; cases: number }
  | ChangedVersion;

const taken = (step: ProtocolStep, one: StoredVersion, actor: Actor, tx: WriteTx): StoredVersion => {
  const state = PROTOCOL_STEPS[step].to;
  const [by, at] = [actor.accountId, tx.now];
  if (step === 'verify') return { ...one, state, rev: tx.rev, verifiedBy: by, verifiedAt: at };
  if (step === 'activate') return { ...one, state, rev: tx.rev, activatedBy: by, activatedAt: at };
  return { ...one, state, rev: tx.rev, retiredBy: by, retiredAt: at };
};

/** What keeps a step from being taken. */
async function refusalOf(desk: Desk, tx: Tx, one: StoredVersion, input: StepProtocol): Promise<StepProtocolOutcome | null> {
  if (one.rev !== input.rev) return changedVersion(desk, tx, one);
  if (one.state !== PROTOCOL_STEPS[input.step].from) return { kind: 'state-conflict' };
  if (input.step === 'retire' && !shippedProtocol(one.protocolId)) {
    const used = (await desk.cases.byProtocol(tx)).find(({ protocolId }) => protocolId === one.protocolId);
    if (used) return { kind: 'protocol-in-use', cases: used.cases };
  }
  const active = input.step === 'activate' ? await desk.protocols.active(tx, one.protocolId) : null;
  return active && active.id !== input.insteadOf ? changedVersion(desk, tx, active) : null;
}

/**
 * Takes a version one step further. An active one retires the one before it in the same transaction; when the active one is retired, the version that
 * came with the program judges again; one that was founded here has none, so its active version stays while cases hang on it. Cases of the protocol are behind from then on, until `deriveBehind` has come to them.
 */
export async function stepProtocol(desk: Desk, actor: Actor, input: StepProtocol): Promise<StepProtocolOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  return desk.work.write(actor, `${input.step}-protocol-version`, async (tx): Promise<StepProtocolOutcome> => {
    const one = await desk.protocols.version(tx, input.id);
    if (!one) return { kind: 'protocol-not-found' };
    const refused = await refusalOf(desk, tx, one, input);
    if (refused) return refused;
    const former = input.step === 'activate' ? await desk.protocols.active(tx, one.protocolId) : null;
    const version = taken(input.step, one, actor, tx);
    await desk.protocols.save(tx, [...(former ? [taken('retire', former, actor, tx)] : []), version]);
    tx.touch(`protocol:${one.id}`);
    tx.announce('protocols', one.id);
    return { kind: 'protocol-version-saved', version };
  });
}
