import { type Instant, LEDGER_CLASSES } from '@tracewright/epi-core';
import { z } from 'zod';
import { id, LONGEST, listed, nounSchema, pastEnd, text } from '../platform/flaw.js';
import type { ReceivedFacts } from './receive-contact.js';

/** What another area says of a contact it sends us. Only whom the ledger counts is received (ruling 23). */
export const receivedContactSchema = (now: Instant) =>
  nounSchema<ReceivedFacts>()(
    z.object({
      fromAreaId: id(),
      cls: listed(LEDGER_CLASSES),
      lastExposureAt: pastEnd(now).nullable(),
      note: text(LONGEST.note).nullable(),
    }),
    { fromAreaId: 'from_area', cls: 'class' },
  );
