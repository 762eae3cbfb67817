import type { IncomingMessage } from 'node:http';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Argon2Passwords } from '@tracewright/graph-store';
import { About, ChangeFeed, complexityLimit, DayScalar, InstantScalar, RESOLVERS, SignInThrottle } from '@tracewright/graphql-api';
import { Desk, GivenLabels, Passwords, ProtocolTries } from '@tracewright/investigation';
import type { Request, Response } from 'express';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { LabelsController } from './duplicates/labels.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { PrintController } from './exports/print.controller.js';
import { ImportJobs } from './imports/import-jobs.js';
import { ImportsController } from './imports/imports.controller.js';
import { SignIns } from './platform/sign-ins.js';
import { sayPlainly } from './platform/surprises.js';

/** The part of a graphql-ws connection that is used here. */
interface Connection {
  readonly extra: {
    readonly socket: { close(code: number, reason: string): void; once(event: 'close', then: () => void): void };
    readonly request: IncomingMessage;
  };
}

export interface Parts {
  readonly desk: Desk;
  readonly feed: ChangeFeed;
  readonly about: About;
  readonly signIns: SignIns;
  readonly jobs: ImportJobs;
  readonly mayUpgrade: (origin: string | undefined, host: string | undefined) => boolean;
}

@Module({})
export class AppModule {
  static of(parts: Parts): DynamicModule {
    const { desk, feed, about } = parts;
    return {
      module: AppModule,
      imports: [graphql(parts)],
      controllers: [ImportsController, LabelsController, ExportsController, PrintController],
      providers: [
        ...RESOLVERS,
        DayScalar,
        { provide: InstantScalar, useFactory: () => new InstantScalar(desk.clock.tz) },
        { provide: Desk, useValue: desk },
        { provide: Passwords, useFactory: () => new Argon2Passwords() },
        { provide: ChangeFeed, useValue: feed },
        { provide: About, useValue: about },
        { provide: SignIns, useValue: parts.signIns },
        { provide: ImportJobs, useValue: parts.jobs },
        { provide: ProtocolTries, useFactory: () => new ProtocolTries(desk) },
        { provide: GivenLabels, useFactory: () => new GivenLabels() },
        { provide: SignInThrottle, useFactory: () => new SignInThrottle() },
      ],
    };
  }
}

/**
 * Faces answer nested fields as functions, so that only what was asked for is read. Nest gives every field a resolver that does not call
 * them; without it GraphQL's own default does. Questions and steps themselves keep theirs.
 */
function withLazyFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.has(type)) continue;
    for (const field of Object.values(type.getFields())) delete field.resolve;
  }
  return schema;
}

function graphql({ signIns, mayUpgrade }: Parts): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [],
    useFactory: () => {
      const known: { schema?: GraphQLSchema } = {};
      return {
        autoSchemaFile: true,
        path: '/graphql',
        playground: false,
        graphiql: false,
        introspection: process.env.NODE_ENV !== 'production',
        csrfPrevention: { requestHeaders: ['x-tracewright'] },
        includeStacktraceInErrorResponses: false,
        transformSchema: (schema: GraphQLSchema) => (known.schema = withLazyFields(schema)),
        formatError: sayPlainly,
        plugins: [complexityLimit(() => known.schema!)],
        context: async (given: { req?: Request; res?: Response; ask?: unknown }) =>
          given.ask ? given : { ask: await signIns.ask(given.req!, given.res!) },
        subscriptions: {
          'graphql-ws': {
            path: '/graphql',
            onConnect: async (connection: unknown) => {
              const { socket, request } = (connection as Connection).extra;
              if (!mayUpgrade(request.headers.origin, request.headers.host)) return false;
              const signedIn = await signIns.ofCookies(request.headers.cookie);
              if (!signedIn) return false;
              signIns.opened(signedIn.session.id, socket);
              socket.once('close', () => signIns.closed(signedIn.session.id, socket));
              return true;
            },
            context: async (connection: unknown) => ({ ask: await signIns.askOfSocket((connection as Connection).extra.request.headers) }),
          },
        },
      };
    },
  });
}
