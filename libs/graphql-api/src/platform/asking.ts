import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Ask } from './ask.js';

/** The request's {@link Ask}, named after the field that was asked: that name stands in the audit. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Ask => {
  const gql = GqlExecutionContext.create(context);
  const { ask } = gql.getContext<{ ask: Ask }>();
  ask.operation = gql.getInfo<GraphQLResolveInfo>().fieldName;
  return ask;
});
