import { z } from 'zod';
import { expandSetting } from '../places/setting-class.js';
import { acrossFields, USUAL_CLASS_ORDER } from './across-fields.js';

const day = z.iso.date();
const minutes = z.number().nonnegative();
const words = z.strictObject({ en: z.string(), zh: z.string() });

/** An empty list means every setting; group words of the condensed table are spelled out here, once. */
export const settings = z
  .array(z.string())
  .superRefine((list, ctx) => {
    for (const word of list)
      if (expandSetting(word).length === 0)
        ctx.addIssue({ code: 'custom', message: `"${word}" is not a setting class`, params: { zh: `没有“${word}”这种场景` } });
  })
  .transform((list) => [...new Set(list.flatMap((word) => expandSetting(word)))]);

export const ANCHORS = [
  'ONSET',
  'RASH_ONSET',
  'COUGH_ONSET',
  'CATARRHAL_ONSET',
  'FIRST_POS_SAMPLE',
  'DIAGNOSIS',
  'FIRST_POS_FINDING',
  'REPORTED',
] as const;
export type Anchor = (typeof ANCHORS)[number];

const infectiousWindow = z.strictObject({
  caseKind: z.enum(['SYMPTOMATIC', 'ASYMPTOMATIC', 'BACT_POS', 'BACT_NEG', 'ANY']),
  anchors: z.array(z.enum(ANCHORS)).min(1),
  anchorChoice: z.enum(['FIRST_AVAILABLE', 'EARLIEST']).default('FIRST_AVAILABLE'),
  /** Days; negative is before the anchor. */
  startOffset: z.number().int(),
  end: z
    .strictObject({
      anchor: z.enum(ANCHORS).optional(),
      offset: z.number().int().optional(),
      symptomFreeDays: z.number().int().nonnegative().optional(),
      event: z.enum(['ISOLATED', 'TREATMENT_START', 'ANTIBIOTIC_START', 'LESIONS_HEALED', 'DEATH_BURIED']).optional(),
      eventOffset: z.number().int().optional(),
      take: z.enum(['EARLIEST', 'LATEST']).default('EARLIEST'),
    })
    .default({ take: 'EARLIEST' }),
});

const seatRule = z.strictObject({
  mode: z.enum(['PLANE', 'TRAIN', 'COACH', 'SHIP', 'CAR']),
  rowsBefore: z.number().int().nonnegative().default(0),
  rowsAfter: z.number().int().nonnegative().default(0),
  scope: z.enum(['ROWS', 'ADJACENT_SEATS', 'SEATS_ANY_DIRECTION', 'COMPARTMENT', 'CARRIAGE', 'VEHICLE']),
  crew: z.enum(['ZONE', 'ALL', 'NONE']).default('NONE'),
  minTrip: minutes.optional(),
  when: z.enum(['HEPA', 'NO_HEPA', 'SEALED_AC', 'VENTILATED']).optional(),
  also: z.array(z.enum(['LAP_INFANTS', 'COMPANIONS'])).optional(),
});

const strictly = z.literal(true).optional();

const exposureRule = z.strictObject({
  id: z.string().min(1),
  label: words.optional(),
  cls: z.string().min(1),
  /** 1 is the most important. */
  priority: z.number().int().min(1).max(5).default(5),
  settings: settings.default([]),
  contactKinds: z.array(z.enum(['F2F', 'PHYSICAL', 'SEXUAL', 'FLUIDS', 'FOMITE', 'SKIN_LESION', 'AIRSPACE'])).optional(),
  single: z.strictObject({ min: minutes, mergeGap: minutes.default(0), strict: strictly }).optional(),
  cumulative: z
    .strictObject({
      min: minutes,
      window: z.union([z.number().positive(), z.literal('CALENDAR_DAY'), z.literal('WHOLE_PERIOD')]),
      across: z.enum(['PAIR', 'PLACE']).default('PAIR'),
      strict: strictly,
    })
    .optional(),
  lag: minutes.default(0),
  maxDistanceM: z.number().positive().optional(),
  seat: seatRule.optional(),
  enclosed: z.boolean().optional(),
  ventilation: z.literal('POOR').optional(),
  sameAirZone: z.boolean().optional(),
  protection: z
    .strictObject({ effect: z.enum(['EXCLUDE', 'DOWNGRADE', 'NONE']), barrierExcludes: z.boolean().optional() })
    .default({ effect: 'NONE' }),
  /** SEVERE, BACT_POS, BACT_NEG, SYMPTOMATIC, ASYMPTOMATIC (joined by `|`), AFTER_ONSET, AFTER_RASH; other words are for the investigator. */
  caseCondition: z.string().optional(),
  decision: z.enum(['AUTO', 'PROPOSE']).default('AUTO'),
  gridCompanion: z
    .strictObject({ cellM: z.number().positive(), minutes, ownStayHours: z.number().positive(), days: z.number().int().positive() })
    .optional(),
  sources: z.array(z.string()).optional(),
  note: z.string().optional(),
});

const phase = z.strictObject({
  kind: z.enum(['CENTRAL', 'HOME', 'HOME_MONITOR', 'SELF_MONITOR', 'DAILY_VISIT', 'NONE']),
  days: z.number().int().nonnegative(),
  testDays: z.array(z.number().int()).default([]),
  sample: z.enum(['NP', 'OP', 'OTHER']).optional(),
});

const management = z.strictObject({
  phases: z.array(phase).default([]),
  durationAnchor: z.enum(['LAST_EXPOSURE', 'FIRST_EXPOSURE', 'MANAGEMENT_START']),
  /** The measure begins so many days after the first exposure; absent: at once. */
  startOffset: z.number().int().optional(),
  testDayAnchor: z.enum(['MANAGEMENT_START', 'LAST_EXPOSURE']).default('MANAGEMENT_START'),
  lateFound: z.enum(['REMAINING_DAYS', 'FULL']).default('REMAINING_DAYS'),
  release: z.array(z.string()).default([]),
  pep: z
    .array(z.strictObject({ what: z.string(), withinHours: z.number().positive(), from: z.enum(['EXPOSURE', 'INDEX_IDENTIFIED']) }))
    .optional(),
  immuneExempt: z.boolean().optional(),
  checksPerDay: z.number().int().nonnegative().optional(),
});

const secondDegree = z.strictObject({
  from: z.literal('FIRST_EXPOSURE_OF_CLOSE').default('FIRST_EXPOSURE_OF_CLOSE'),
  to: z.literal('CLOSE_ISOLATED').default('CLOSE_ISOLATED'),
  settings: settings.default([]),
  onlyIfClose: z.literal('HIGH_RISK').optional(),
  /** CLOSE_TEST_POS is decided by the program; other words are for the tracer. */
  promoteIf: z.string().default('CLOSE_TEST_POS'),
  /** Only a positive among so many first tests of the close contact promotes; absent: any. */
  promoteAmongFirst: z.number().int().positive().optional(),
  releaseIf: z.string().default(''),
  /** Negative tests needed for release: the first ones of the close contact, and own ones. */
  releaseAfter: z.strictObject({ closeNegative: z.number().int().nonnegative(), ownNegative: z.number().int().nonnegative() }).optional(),
});

/** The file as it is written, before anything is checked across its fields: what a form of it is built from. */
export const protocolFile = z.strictObject({
  id: z.string().min(1),
  name: words.optional(),
  disease: z.string().default(''),
  jurisdiction: z.string().default(''),
  version: z.string().default('1'),
  validFrom: day.optional(),
  validTo: day.nullish(),
  basedOn: z.string().optional(),
  dayCount: z.enum(['CALENDAR_DAY', 'ELAPSED_24H']).default('CALENDAR_DAY'),
  tz: z.string().default('Asia/Shanghai'),
  infectious: z.array(infectiousWindow),
  exposure: z.array(exposureRule),
  classOrder: z.array(z.string()).min(1).optional(),
  secondDegree: secondDegree.nullable().default(null),
  management: z.record(z.string(), management).default({}),
  sla: z.array(z.strictObject({ trigger: z.string(), target: z.string(), hours: z.number().positive() })).default([]),
  sources: z.array(z.string()).default([]),
  verifiedBy: z.string().nullish(),
  notes: z.array(z.string()).optional(),
  /** Points that no source was found for, or that sources leave open: to be checked before the first use. */
  unverified: z.array(z.string()).default([]),
});

/** Every class that rules give has its place in the order; SECOND stands directly after CLOSE when the file forgets it. */
function completeOrder(protocol: z.output<typeof protocolFile>): string[] {
  const order = [...(protocol.classOrder ?? USUAL_CLASS_ORDER)];
  if (protocol.secondDegree && !order.includes('SECOND')) order.splice(order.indexOf('CLOSE') + 1, 0, 'SECOND');
  return order;
}

export const protocolSchema = protocolFile
  .superRefine((protocol, ctx) => {
    for (const { path, en, zh } of acrossFields(protocol)) ctx.addIssue({ code: 'custom', message: en, path: [...path], params: { zh } });
  })
  .transform((protocol) => ({ ...protocol, classOrder: completeOrder(protocol) }));

export type Protocol = z.output<typeof protocolSchema>;
export type ExposureRule = Protocol['exposure'][number];
export type InfectiousRule = Protocol['infectious'][number];
export type SeatRule = NonNullable<ExposureRule['seat']>;
export type Management = Protocol['management'][string];
export type SecondDegree = NonNullable<Protocol['secondDegree']>;
export type ContactClass = string;
