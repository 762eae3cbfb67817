import { NODES, readMigrations } from '@tracewright/graph-schema';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { notInCatalog, readCypher } from './cypher.js';
import { filesUnder, readText } from './project-files.js';
import { statements } from './statements.js';

describe('reading a statement', () => {
  test('names what the catalog does not know: label, relationship, property', () => {
    expect(notInCatalog('MATCH (p:Persn) RETURN p')).toEqual(['label Persn']);
    expect(notInCatalog('MATCH (:Stay)-[:BYE]->(:Person) RETURN 1')).toEqual(['relationship BYE']);
    expect(notInCatalog('MATCH (p:Person) WHERE p.nmae = $name RETURN p')).toEqual(['property Person.nmae']);
    expect(notInCatalog('MATCH (p:Person {idd: $id}) RETURN p')).toEqual(['property Person.idd']);
    expect(notInCatalog('MATCH (p:Person) RETURN p {.id, .nmae} AS person')).toEqual(['property Person.nmae']);
  });

  test('takes text, aliases and parameters for what they are', () => {
    const cypher = "MATCH (p:Person {id: $p.idd}) WITH p, p.name AS q WHERE q <> 'a:Label' RETURN q.size, p {.*, at: 1}";
    expect(notInCatalog(cypher)).toEqual([]);
    expect([...readCypher(cypher).keys]).toEqual(['Person.id', 'Person.name']);
  });
});

test('every statement uses labels, relationship types and keys of the catalog', async () => {
  const all = await statements();
  expect(all.length).toBeGreaterThan(50);
  const wrong = all.flatMap(({ file, name, cypher }) => notInCatalog(cypher).map((what) => `${file} ${name}: ${what}`));
  expect(wrong).toEqual([]);
});

test('no statement compares with a moment of another zone: of two equal instants it would call one the later', async () => {
  const zoneless = /datetime\(\{epochMillis: [^,}]+\}\)/;
  expect((await statements()).filter(({ cypher }) => zoneless.test(cypher)).map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});

test('every constraint and index of the migrations is in the catalog, and the other way round', () => {
  const made = readMigrations()
    .flatMap(({ statements: texts }) => texts)
    .flatMap((text) => {
      const constraint = /FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE/.exec(text);
      const index = /INDEX .* FOR \(n:(\w+)\) ON \(([^)]+)\)/.exec(text);
      if (constraint) return [`unique ${constraint[1]} ${constraint[2]}`];
      return index ? [`index ${index[1]} ${index[2]!.replaceAll('n.', '')}`] : [];
    });
  const drawn = Object.entries(NODES).flatMap(([label, { unique, indexed }]) => [
    ...unique.map((key) => `unique ${label} ${key}`),
    ...indexed.map((keys) => `index ${label} ${[keys].flat().join(', ')}`),
  ]);
  expect(made.sort()).toEqual(drawn.sort());
});

const CYPHER = /\b(MATCH|MERGE|CREATE)\s*\([\w:]|\bUNWIND \$/;

/** Strings and templates of a file, the fixed parts of the latter joined. */
function textsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join('…'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, false));
  return found;
}

test('Cypher stands in *.cypher.ts of graph-store, and in its platform', () => {
  const elsewhere = filesUnder()
    .filter((file) => /^(apps|libs)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !/^libs\/graph-store\/src\/(platform\/|.*\.cypher\.ts$)|^libs\/testkit\//.test(file));
  expect(elsewhere.filter((file) => textsOf(file).some((text) => CYPHER.test(text)))).toEqual([]);
});

/** Arguments of exported functions that are written into the text as they come. */
function argumentsWrittenInto(file: string): string[] {
  const found: string[] = [];
  const lookInto = (node: ts.Node, names: readonly string[]): void => {
    if (ts.isTemplateSpan(node) && ts.isIdentifier(node.expression) && names.includes(node.expression.text))
      found.push(node.expression.text);
    ts.forEachChild(node, (child) => lookInto(child, names));
  };
  const visit = (node: ts.Node): void => {
    const exported = ts.isVariableStatement(node) || ts.isFunctionDeclaration(node);
    if (exported && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) lookInto(node, parametersIn(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, false));
  return found;
}

function parametersIn(node: ts.VariableStatement | ts.FunctionDeclaration): string[] {
  const functions = ts.isFunctionDeclaration(node) ? [node] : node.declarationList.declarations.map(({ initializer }) => initializer);
  return functions
    .filter((one) => one !== undefined && (ts.isArrowFunction(one) || ts.isFunctionDeclaration(one)))
    .flatMap((one) => one.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : '')));
}

test('values reach a statement as parameters: no argument is written into its text', () => {
  const files = filesUnder('libs/graph-store/src').filter((file) => file.endsWith('.cypher.ts'));
  expect(files.flatMap((file) => argumentsWrittenInto(file).map((name) => `${file}: ${name}`))).toEqual([]);
});
