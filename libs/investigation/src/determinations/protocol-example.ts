import { type CaseFacts, type Day, type InfectiousWindow, type Instant, infectiousWindow, type Protocol } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { ProtocolProblem } from './read-protocol-text.js';
import { type ProtocolSource, sourceProtocol } from './try-protocol.js';

/** A made-up case, to see a window before anybody falls under it. */
export interface ExampleCase {
  readonly onsetOn: Day | null;
  readonly firstPositiveSampleAt: Instant | null;
  readonly isolatedAt: Instant | null;
}
export type ProtocolExampleOutcome =
  | {
      kind: 'protocol-read';
      protocol: Protocol;
      windows: readonly InfectiousWindow[];
      noWindow: { readonly zh: string; readonly en: string } | null;
    }
  | { kind: 'protocol-not-found' }
  | { kind: 'invalid-input'; fields: readonly ProtocolProblem[] };

/** Without onset the example is a case without symptoms. */
function factsOf({ onsetOn, firstPositiveSampleAt, isolatedAt }: ExampleCase): CaseFacts {
  return {
    id: 'example',
    person: 'example',
    category: onsetOn === null ? 'asymptomatic' : 'confirmed',
    moments: {
      ...(onsetOn === null ? {} : { onset: { precision: 'day', on: onsetOn } as const }),
      ...(firstPositiveSampleAt === null ? {} : { firstPositiveSample: { precision: 'instant', at: firstPositiveSampleAt } as const }),
      ...(isolatedAt === null ? {} : { isolated: { precision: 'instant', at: isolatedAt } as const }),
    },
  };
}

/** A protocol as its rules read, and the infectious window it gives an example. Nobody's data is looked at. */
export async function protocolExample(desk: Desk, source: ProtocolSource, example: ExampleCase): Promise<ProtocolExampleOutcome> {
  const read = await desk.work.read((tx) => sourceProtocol(desk, tx, source));
  if (read.kind !== 'read') return read;
  const { protocol } = read;
  const answer = infectiousWindow(protocol, factsOf(example), { asOf: desk.clock.now(), tz: desk.clock.tz });
  return {
    kind: 'protocol-read',
    protocol,
    windows: answer.kind === 'windows' ? answer.windows : [],
    noWindow: answer.kind === 'no-window' ? answer.reason : null,
  };
}
