#!/usr/bin/env node
/**
 * Writes what is generated and committed: schema.graphql from the built server, and the typed documents of the API's client
 * from it and the *.graphql beside it. --check writes nothing and fails when a file is not as it would be written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { explain, PlainError, projectRoot, tail } from '../neo4j-local/index.mjs';
import { buildServer } from './build.mjs';
import { run } from './children.mjs';

const schemaFile = join(projectRoot, 'libs/graphql-api/schema.graphql');
const clientFolder = join(projectRoot, 'libs/api-client/src');
const clientFile = join(clientFolder, 'generated/graphql.ts');
const printer = join(projectRoot, 'apps/api/dist/print-schema.js');

async function printSchema() {
  await buildServer((line) => console.error(line));
  const { code, output } = await run(process.execPath, [printer]);
  if (code !== 0) throw new PlainError(`The server could not print its schema:\n${tail(output, 20)}`);
  return `${output.trim()}\n`;
}

/** Every *.graphql of the client, in order of name, so that the outcome does not depend on the disk. */
function documentFiles() {
  return readdirSync(clientFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => join(clientFolder, name));
}

/**
 * @param {string} schemaText
 * @returns {Promise<string>} validates the documents against the schema; a mistake is thrown with its file
 */
async function generateClient(schemaText) {
  const { codegen } = await import('@graphql-codegen/core');
  const { parse } = await import('graphql');
  const [operations, typed] = await Promise.all([
    import('@graphql-codegen/typescript-operations'),
    import('@graphql-codegen/typed-document-node'),
  ]);
  const documents = documentFiles().map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));
  return await codegen({
    filename: clientFile,
    schema: parse(schemaText),
    documents,
    config: {
      scalars: { ID: 'string', Instant: 'string', Day: 'string' },
      enumsAsTypes: true,
      useTypeImports: true,
      defaultScalarType: 'unknown',
      documentNodeImport: '@apollo/client#TypedDocumentNode',
      // As text, parsed when first used: written out as trees, shared fragments would make the client five times as large.
      documentMode: 'graphQLTag',
      gqlImport: '@apollo/client#gql',
      strictScalars: true,
    },
    plugins: [{ operations: {} }, { typed: {} }],
    pluginMap: { operations, typed },
  });
}

/** @param {string} file @param {string} text @param {boolean} check */
function settle(file, text, check) {
  const name = relative(projectRoot, file);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return console.log(`${name} is up to date.`);
  if (check) throw new PlainError(`${name} is not what the sources say: run "npm run generate" and commit it.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${name} is written.`);
}

try {
  const check = process.argv.includes('--check');
  const schema = await printSchema();
  settle(schemaFile, schema, check);
  if (documentFiles().length > 0) settle(clientFile, await generateClient(schema), check);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
process.exit();
