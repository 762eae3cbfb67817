import { type Protocol, shippedProtocol, shippedProtocols } from '@tracewright/epi-core';
import { type Judges, shippedJudges } from '../cases/case.schema.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import { protocolIn } from './protocol-of.js';

/** The protocols that cases of this deployment can be judged by: the shipped ones, and those founded here of which a version is active. */
export async function protocolsThatJudge(desk: Desk, tx: Tx): Promise<Judges> {
  const active = new Set((await desk.protocols.stored(tx)).flatMap((one) => (one.state === 'ACTIVE' ? [one.protocolId] : [])));
  return (id) => active.has(id) || shippedJudges(id);
}

/** A protocol to be chosen for a case, as the version that judges now has it. */
export interface ProtocolChoice {
  readonly id: string;
  readonly name: NonNullable<Protocol['name']>;
  readonly version: string;
  /** It did not come with the program. */
  readonly founded: boolean;
}

/** Those founded here first, then the shipped ones in their order. */
export async function protocolChoices(desk: Desk, tx: Tx): Promise<ProtocolChoice[]> {
  const active = (await desk.protocols.stored(tx)).filter((one) => one.state === 'ACTIVE').map(protocolIn);
  const shipped = shippedProtocols().filter(({ id }) => shippedJudges(id));
  const own = active.filter(({ id }) => !shippedProtocol(id));
  const now = [...own, ...shipped.map((one) => active.find(({ id }) => id === one.id) ?? one)];
  return now.map(({ id, name, version }) => ({ id, name: name ?? { zh: id, en: id }, version, founded: !shippedProtocol(id) }));
}
