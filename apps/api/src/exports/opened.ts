import { ForbiddenException, UnauthorizedException } from '@nestjs/common';
import { type DeskName, mayOpen } from '@tracewright/epi-core';
import type { Ask } from '@tracewright/graphql-api';

/** Signed in, with a role that opens one of these desks; a plain HTTP refusal otherwise. */
export function opened(ask: Ask, ...desks: DeskName[]): Ask {
  if (!ask.signedIn) throw new UnauthorizedException({ statusCode: 401, message: '请先登录。 Sign in first.' });
  if (!desks.some((desk) => mayOpen(ask.actor.role, desk)))
    throw new ForbiddenException({ statusCode: 403, message: '您的岗位不能打开这一项。 Your role does not open this.' });
  return ask;
}
