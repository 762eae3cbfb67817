import { shippedProtocol } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

export type VerifyProtocolOutcome = { kind: 'protocol-verified' } | { kind: 'not-allowed' } | { kind: 'protocol-not-found' };

/** An administrator takes responsibility for a protocol version, in his own name, before its first push (ruling 15). */
export async function verifyProtocol(desk: Desk, actor: Actor, protocolId: string, demoOnly = false): Promise<VerifyProtocolOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  const protocol = shippedProtocol(protocolId);
  if (!protocol) return { kind: 'protocol-not-found' };
  return desk.work.write(actor, 'verify-protocol', async (tx) => {
    await desk.protocols.verify(tx, { protocolId, version: protocol.version, by: actor.accountId, at: tx.now, demoOnly });
    tx.touch(`protocol:${protocolId}`);
    tx.announce('protocols', protocolId);
    return { kind: 'protocol-verified' };
  });
}
