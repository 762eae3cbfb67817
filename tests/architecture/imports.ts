import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { readText, root } from './project-files.js';

export interface Import {
  readonly from: string;
  /** As it is written: `./confirm-case.js`, `@tracewright/epi-core`, `neo4j-driver`. */
  readonly specifier: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

/** What a file imports and re-exports, also dynamically. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, false);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      found.push({ from: file, specifier: (node.moduleSpecifier as ts.StringLiteral).text, typeOnly: isTypeOnly(node) });
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      found.push({ from: file, specifier: node.arguments[0].text, typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return clause.isTypeOnly || (!clause.name && named.length > 0 && named.every((element) => element.isTypeOnly));
}

/** The file that a relative specifier means; undefined when it names no source of ours (a style sheet, a picture). */
export function resolveRelative({ from, specifier }: Import): string | undefined {
  const plain = normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  const bare = plain.replace(/\.m?js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, plain].find((path) => existsSync(join(root, path)));
}

/** The package of a specifier: `antd/locale/zh_CN` is `antd`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
