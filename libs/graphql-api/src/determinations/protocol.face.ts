import { type Protocol, SIGHT } from '@tracewright/epi-core';
import type {
  ChangeCounts,
  ProtocolSource,
  StoredVersion,
  TriedChange,
  TriedDiff,
  TryProgress,
  TryProtocolOutcome,
  Verification,
} from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import type { Ask } from '../platform/ask.js';
import { windowWords } from './window-words.js';

export const protocolFace = (ask: Ask, protocol: Protocol, verified: readonly Verification[]): object => {
  const verification = verified.find((v) => v.protocolId === protocol.id && v.version === protocol.version);
  return {
    id: protocol.id,
    name: protocol.name ?? { zh: protocol.id, en: protocol.id },
    version: protocol.version,
    validFrom: protocol.validFrom ?? null,
    validTo: protocol.validTo ?? null,
    verifiedBy: () => accountName(ask, verification?.by ?? null),
    verifiedAt: verification?.at ?? null,
    demoOnly: verification?.demoOnly ?? false,
    sources: protocol.sources,
    rules: protocol.exposure.map((rule) => ({
      id: rule.id,
      label: rule.label ?? { zh: rule.id, en: rule.id },
      settings: rule.settings,
      cls: rule.cls,
      decision: rule.decision,
      minMinutes: rule.single?.min ?? rule.cumulative?.min ?? null,
      sources: rule.sources ?? [],
    })),
    windows: protocol.infectious.map(windowWords),
  };
};

export const versionFace = (ask: Ask, one: StoredVersion): object => ({
  ...one,
  draftedBy: () => accountName(ask, one.draftedBy),
  verifiedBy: () => accountName(ask, one.verifiedBy),
  activatedBy: () => accountName(ask, one.activatedBy),
  retiredBy: () => accountName(ask, one.retiredBy),
});

const diffFace = ({ counts, changes }: TriedDiff): object => ({ ...counts, changes });

export const triedFace = (ask: Ask, tried: Extract<TryProtocolOutcome, { kind: 'protocol-tried' }>, tookMs: number): object => ({
  tried: `${tried.protocol.id}@${tried.protocol.version}`,
  cases: tried.cases.map(({ diff, ...one }) => ({ ...one, diff: diffFace(diff) })),
  affected: tried.affected,
  total: diffFace(tried.total),
  names: SIGHT[ask.actor.role].case !== 'absent',
  tookMs: Math.round(tookMs),
});

/** Null when neither, or both, were given: then it is not clear what is meant. */
export function sourceOf({ id, text }: { readonly id?: string | null; readonly text?: string | null }): ProtocolSource | null {
  if (id != null && text == null) return { id };
  return text != null && id == null ? { text } : null;
}

export const countsFace = (counts: ChangeCounts, changes: readonly TriedChange[] = []): object => ({ ...counts, changes });

export const progressFace = (ask: Ask, { counts, ...progress }: TryProgress): object => ({
  ...progress,
  counts: countsFace(counts),
  names: SIGHT[ask.actor.role].case !== 'absent',
});
