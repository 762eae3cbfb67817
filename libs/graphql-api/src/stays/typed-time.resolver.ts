import { Args, Query, Resolver } from '@nestjs/graphql';
import { dayOf, parseTypedTime } from '@tracewright/epi-core';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { InstantMark } from '../platform/scalars.js';
import { TypedTime } from './typed-time.type.js';

const NOTHING = { instant: null, echo: null, choices: [], error: null };

@Resolver()
export class TypedTimeResolver {
  @Query(() => TypedTime, { description: "Reads a typed time; reference is the row's day or the former row's end." })
  parseTime(
    @Asking() ask: Ask,
    @Args('text', { type: () => String }) text: string,
    @Args('reference', { type: () => InstantMark, nullable: true }) reference: number | null,
  ): object {
    const { tz } = ask.desk.clock;
    const read = parseTypedTime(text, { now: ask.desk.clock.now(), tz, ...(reference == null ? {} : { rowDay: dayOf(reference, tz) }) });
    if (read.kind === 'error') return { ...NOTHING, error: { zh: read.zh, en: read.en } };
    if (read.kind === 'ask') return { ...NOTHING, choices: read.candidates.map((c) => ({ instant: c.instant, echo: c.echo })) };
    return { ...NOTHING, instant: read.instant, echo: read.echo };
  }
}
