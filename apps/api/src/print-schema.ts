import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { RESOLVERS, SCALARS } from '@tracewright/graphql-api';
import { lexicographicSortSchema, printSchema } from 'graphql';

/** Prints the schema the built server serves: `libs/graphql-api/schema.graphql` is this text, and a test compares them. */
const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
const schema = await app.get(GraphQLSchemaFactory).create([...RESOLVERS], [...SCALARS]);
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
