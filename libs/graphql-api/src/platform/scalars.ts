import { type CustomScalar, Scalar } from '@nestjs/graphql';
import { formatInstant, parseMoment } from '@tracewright/epi-core';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Stand for the scalars in field types: TypeScript has no type of its own for a moment or a day. */
export class InstantMark {}
export class DayMark {}

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : null);

/** Epoch milliseconds inside, ISO 8601 with the deployment's offset outside. A time without zone is in the deployment's zone. */
@Scalar('Instant', () => InstantMark)
export class InstantScalar implements CustomScalar<string, number> {
  description = 'An instant with its offset, ISO 8601.';

  constructor(private readonly tz: string = 'Asia/Shanghai') {}

  serialize(value: unknown): string {
    return formatInstant(value as number, this.tz);
  }

  parseValue(value: unknown): number {
    const moment = typeof value === 'string' ? parseMoment(value, this.tz) : null;
    if (moment?.precision !== 'instant') throw bad('A time must look like 2022-04-14T09:38+08:00.');
    return moment.at;
  }

  parseLiteral(node: ValueNode): number {
    return this.parseValue(textOf(node));
  }
}

@Scalar('Day', () => DayMark)
export class DayScalar implements CustomScalar<string, string> {
  description = "A calendar day in the deployment's zone, YYYY-MM-DD.";

  serialize(value: unknown): string {
    return String(value);
  }

  parseValue(value: unknown): string {
    const moment = typeof value === 'string' ? parseMoment(value, 'UTC') : null;
    if (moment?.precision !== 'day') throw bad('A day must look like 2022-04-14.');
    return moment.on;
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(textOf(node));
  }
}
