import { type Protocol, shippedProtocol } from '@tracewright/epi-core';

/** The protocol a case is judged by. A case whose protocol is gone cannot be judged silently by another. */
export function protocolOf(id: string): Protocol {
  const protocol = shippedProtocol(id);
  if (!protocol) throw new Error(`The protocol ${id} is not among the installed ones: install it or give the case another.`);
  return protocol;
}
