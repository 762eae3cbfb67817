import { type Instant, PROTECTIONS, SETTING_CODES, SOURCES } from '@tracewright/epi-core';
import { z } from 'zod';
import { flaw, id, LONGEST, listed, nounSchema, past, pastEnd, text } from '../platform/flaw.js';
import type { Stay } from './stay-store.js';

/** A stay as it is kept: begun, over or under way, its surest bounds within its widest (rulings 5, 8). */
export const staySchema = (now: Instant) =>
  nounSchema<Stay>()(
    z
      .object({
        id: id(),
        personId: id(),
        placeId: id(),
        start: past(now),
        end: pastEnd(now),
        startLatest: z.number(),
        endEarliest: z.number(),
        setting: listed(SETTING_CODES).nullable(),
        seat: text(LONGEST.word).nullable(),
        carriage: text(LONGEST.word).nullable(),
        protection: z.enum(PROTECTIONS),
        source: z.enum(SOURCES).refine((source): boolean => source !== 'mobile_signal', flaw('never-a-stay')),
        ceiling: z.enum(['definite', 'possible']),
        companions: z.int().min(0).max(100_000).nullable(),
        activity: text(LONGEST.note).nullable(),
        note: text(LONGEST.note).nullable(),
      })
      .superRefine((stay, ctx) => {
        const wrong = (path: 'end' | 'startLatest' | 'endEarliest', others: readonly string[]) =>
          ctx.addIssue({ code: 'custom', path: [path], ...flaw('wrong-order', { others }) });
        // An end that had to be estimated may be the start itself: two scans too close together to travel between.
        if (stay.ceiling === 'definite' ? stay.end <= stay.start : stay.end < stay.start) wrong('end', ['start']);
        if (stay.startLatest < stay.start || stay.startLatest > stay.end) wrong('startLatest', ['start', 'end']);
        if (stay.endEarliest < stay.start || stay.endEarliest > stay.end) wrong('endEarliest', ['start', 'end']);
      }),
    { id: 'stay' },
  );
