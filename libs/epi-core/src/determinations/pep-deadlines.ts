import type { Management, Protocol } from '../protocols/schema.js';
import { HOUR, type Instant } from '../time/zone.js';

export interface PepDeadline {
  /** The vaccine, immunoglobulin or antibiotic, as the protocol writes it. */
  readonly what: string;
  /** No use after it; null while the moment it counts from is not known. */
  readonly until: Instant | null;
}

type Pep = NonNullable<Management['pep']>[number];

/**
 * Until when prophylaxis after exposure is of use, in the protocol's order. Counted from the first exposure, the clock that runs out
 * earlier, or from the moment the case was identified. A class without prophylaxis: an empty list.
 */
export function pepDeadlines(
  protocol: Pick<Protocol, 'management'>,
  cls: string,
  from: { readonly firstExposure: Instant | null; readonly indexIdentified: Instant | null },
): PepDeadline[] {
  const start = (pep: Pep) => (pep.from === 'EXPOSURE' ? from.firstExposure : from.indexIdentified);
  return (protocol.management[cls]?.pep ?? []).map((pep) => {
    const at = start(pep);
    return { what: pep.what, until: at === null ? null : at + pep.withinHours * HOUR };
  });
}
