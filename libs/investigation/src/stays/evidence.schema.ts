import { type Instant, SOURCES } from '@tracewright/epi-core';
import { z } from 'zod';
import { flaw, id, LONGEST, nounSchema, past, pastEnd, text } from '../platform/flaw.js';
import type { Evidence } from './stay-store.js';

/** Evidence as it came. Without an id of its own it is known by person, place, time and source together. */
export const evidenceSchema = (now: Instant) =>
  nounSchema<Evidence>()(
    z
      .object({
        id: text(4 * LONGEST.id),
        personId: id(),
        source: z.enum(SOURCES),
        placeId: id().nullable(),
        areaId: id().nullable(),
        start: past(now),
        end: pastEnd(now).nullable(),
        lat: z.number().min(-90).max(90).nullable(),
        lng: z.number().min(-180).max(180).nullable(),
        text: text(2 * LONGEST.note + 10).nullable(),
        stayId: id().nullable(),
      })
      .superRefine((one, ctx) => {
        if (one.end !== null && one.end < one.start)
          ctx.addIssue({ code: 'custom', path: ['end'], ...flaw('wrong-order', { others: ['start'] }) });
      }),
    { id: 'evidence' },
  );
