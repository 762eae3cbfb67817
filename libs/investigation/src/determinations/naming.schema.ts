import { type Instant, USUAL_CLASS_ORDER } from '@tracewright/epi-core';
import { z } from 'zod';
import { flaw, id, instant, LONGEST, listed, nounSchema, pastEnd, text } from '../platform/flaw.js';
import type { Naming } from './determination-store.js';

/** Somebody whom a case or an event names. A class given by hand has a reason (ruling 17). */
export const namingSchema = (now: Instant) =>
  nounSchema<Naming>()(
    z
      .object({
        id: id(),
        caseId: id().nullable(),
        personId: id(),
        stayId: id().nullable(),
        viaPersonId: id().nullable(),
        relation: text(LONGEST.word).nullable(),
        cls: listed(USUAL_CLASS_ORDER).nullable(),
        reason: text(LONGEST.note).nullable(),
        seat: text(LONGEST.word).nullable(),
        firstAt: pastEnd(now).nullable(),
        lastAt: pastEnd(now).nullable(),
        placeId: id().nullable(),
        description: text(LONGEST.note).nullable(),
        at: instant(),
        by: id(),
      })
      .superRefine((one, ctx) => {
        if (one.cls !== null && one.reason === null) ctx.addIssue({ code: 'custom', path: ['reason'], ...flaw('missing') });
        if (one.caseId === null && one.placeId === null) ctx.addIssue({ code: 'custom', path: ['caseId'], ...flaw('missing') });
        if (one.firstAt !== null && one.lastAt !== null && one.lastAt < one.firstAt)
          ctx.addIssue({ code: 'custom', path: ['lastAt'], ...flaw('wrong-order', { others: ['first_exposure_at'] }) });
        if (one.viaPersonId === one.personId) ctx.addIssue({ code: 'custom', path: ['viaPersonId'], ...flaw('self') });
      }),
    { id: 'contact', personId: 'contact', cls: 'class', viaPersonId: 'via', firstAt: 'first_exposure_at', lastAt: 'last_exposure_at' },
  );
