import { CASE_CATEGORIES, CASE_MOMENTS, type Instant, parseMoment, shippedProtocol, unhandledFields } from '@tracewright/epi-core';
import { z } from 'zod';
import { areaPath, flaw, id, instant, LONGEST, nounSchema, past, pastDay, text } from '../platform/flaw.js';
import type { Case } from './case-store.js';

const ANCHORS = Object.entries(CASE_MOMENTS);
const MOMENTS: ReadonlySet<string> = new Set(ANCHORS.map(([name]) => name));

/** Whether a case can be judged by the protocol of this id. */
export type Judges = (protocolId: string) => boolean;

/** One that reads anything else than stays would leave the case without contacts and say nothing. */
export const shippedJudges: Judges = (id) => {
  const protocol = shippedProtocol(id);
  return protocol !== undefined && unhandledFields(protocol).length === 0;
};

/**
 * A case as it is kept. Onset may lie after the report: whoever was found without symptoms may fall ill later (ruling 13), so there is
 * no order between a case's moments. `judges` knows the protocols of the deployment.
 */
export const caseSchema = (now: Instant, judges: Judges = shippedJudges) =>
  nounSchema<Case>()(
    z
      .object({
        id: id(),
        no: text(LONGEST.word),
        personId: id(),
        category: z.enum(CASE_CATEGORIES),
        onsetOn: pastDay(now).nullable(),
        firstPositiveSampleAt: past(now).nullable(),
        reportedAt: past(now).nullable(),
        isolatedAt: past(now).nullable(),
        anchors: z.record(z.string(), text(LONGEST.word)),
        hospital: text(LONGEST.name).nullable(),
        protocolId: z.string().refine(judges, flaw('not-in-list')),
        team: text(LONGEST.name).nullable(),
        ownerId: id().nullable(),
        areaId: id().nullable(),
        areaPath: areaPath(),
        importStatus: text(LONGEST.word).nullable(),
        infectedById: id().nullable(),
        infectedByState: z.enum(['recorded', 'proposed']).nullable(),
        createdAt: instant(),
        coreReportedAt: instant().nullable(),
        rev: z.int().min(0),
      })
      .superRefine((one, ctx) => {
        if (one.infectedById === one.id) ctx.addIssue({ code: 'custom', path: ['infectedById'], ...flaw('self') });
        for (const [name, text] of Object.entries(one.anchors))
          if (MOMENTS.has(name) && parseMoment(text, 'UTC') === null)
            ctx.addIssue({ code: 'custom', path: ['anchors', name], ...flaw('not-a-moment') });
      }),
    { id: 'case', areaPath: 'area', ...Object.fromEntries(ANCHORS.map(([name, column]) => [`anchors.${name}`, column])) },
  );
