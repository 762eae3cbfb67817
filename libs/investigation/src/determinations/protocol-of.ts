import { type Protocol, readProtocol, shippedProtocol } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { StoredVersion } from './protocol-store.js';

const gone = (id: string): Error => new Error(`The protocol ${id} is not among the installed ones: install it or give the case another.`);

const rulesOf = new WeakMap<StoredVersion, Protocol>();

/** The rules of a stored version. It passed the schema when it was stored, so one that does not is a surprise. */
export function protocolIn(stored: StoredVersion): Protocol {
  const known = rulesOf.get(stored) ?? rulesIn(stored);
  rulesOf.set(stored, known);
  return known;
}

function rulesIn(stored: StoredVersion): Protocol {
  const read = readProtocol(JSON.parse(stored.text));
  if (read.kind === 'refused') throw new Error(`The stored protocol ${stored.id} cannot be read any more: ${read.reason}`);
  return read.protocol;
}

/**
 * The protocol a case is judged by: the active version stored here, else the one that came with the program. A case whose protocol is
 * gone cannot be judged silently by another.
 */
export async function protocolOf(desk: Desk, tx: Tx, id: string): Promise<Protocol> {
  const stored = await desk.protocols.active(tx, id);
  const protocol = stored ? protocolIn(stored) : shippedProtocol(id);
  if (!protocol) throw gone(id);
  return protocol;
}

/** The version that made a determination, active or not; one that a newer program no longer ships is answered for by the present one. */
export async function protocolBehind(
  desk: Desk,
  tx: Tx,
  made: { readonly protocolId: string; readonly protocolVersion: string },
): Promise<Protocol> {
  const stored = await desk.protocols.version(tx, versionId(made.protocolId, made.protocolVersion));
  const shipped = shippedProtocol(made.protocolId);
  if (stored?.text) return protocolIn(stored);
  if (shipped) return shipped;
  throw gone(made.protocolId);
}

export const versionId = (protocolId: string, version: string): string => `${protocolId}@${version}`;
