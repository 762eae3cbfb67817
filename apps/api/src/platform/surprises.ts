import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { TooMuchAtOnce } from '@tracewright/investigation';
import type { GraphQLFormattedError } from 'graphql';

interface Thrown {
  readonly name?: string;
  readonly code?: unknown;
  readonly message?: string;
  readonly stack?: string;
  readonly originalError?: unknown;
  readonly cause?: unknown;
}

/** What the language itself and our own code throw; by the house's rule their words name nobody. */
const PLAIN: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError']);

/** The error, what it wrapped, and so on: eight deep is beyond any. */
function causesOf(error: unknown): unknown[] {
  const chain = [error];
  for (let inner = error as Thrown; chain.length < 9; chain.push(inner)) {
    inner = (inner?.originalError ?? inner?.cause) as Thrown;
    if (typeof inner !== 'object' || inner === null) break;
  }
  return chain;
}

/** The error itself, from under whatever wrapped it on the way. */
const rootOf = (error: unknown): Thrown => (causesOf(error).at(-1) as Thrown | null) ?? {};

/** Where it was thrown, without the words in front. */
const framesOf = ({ stack = '', name = '', message = '' }: Thrown): string => {
  const after = stack.indexOf(message) + message.length;
  return (message !== '' && stack.includes(message) ? stack.slice(after) : stack.replace(`${name}:`, '')).replaceAll(
    /^(?!\s+at ).*$\n?/gm,
    '',
  );
};

/**
 * What may stand in a log. The database quotes values in its messages — a document number that is there already — and so do parsers:
 * of theirs only the name, the code and the place are told.
 */
export function whatFailed(error: unknown): string {
  const root = rootOf(error);
  const code = typeof root.code === 'string' ? root.code : '';
  const words = PLAIN.has(root.name ?? '') && !code.startsWith('Neo.') ? `: ${root.message ?? ''}` : '';
  return `${root.name ?? 'Unknown'} ${code}`.trim() + words + `\n${framesOf(root)}`.trimEnd();
}

/** Logs a surprise under a number; whoever asked is told the number, never the insides of the database. */
function logged(operation: string, error: unknown): { number: string; message: string } {
  const number = randomUUID().slice(0, 8);
  console.error(`[${number}] ${operation}: ${whatFailed(error)}`);
  return { number, message: `服务器出错，编号 ${number}，请告诉管理员。Something failed here: tell your administrator number ${number}.` };
}

export function sayPlainly(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
  const known = causesOf(error).find((one) => one instanceof TooMuchAtOnce);
  if (known instanceof TooMuchAtOnce)
    return {
      message: `${known.words.zh}${known.words.en}`,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'TOO_MUCH_AT_ONCE' },
    };
  const { number, message } = logged(formatted.path?.join('.') ?? 'graphql', error);
  return { message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code: 'INTERNAL_SERVER_ERROR', number } };
}

/** In place of Nest's own, which log a surprise word for word. GraphQL's are told by {@link sayPlainly}. */
@Catch()
export class Surprises extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    // What express and its parsers refuse carries a status of its own, as HttpException does.
    if (error instanceof HttpException || typeof (error as { statusCode?: unknown } | null)?.statusCode === 'number') {
      super.catch(error, host);
      return;
    }
    const http = host.switchToHttp();
    const { method, path } = http.getRequest<{ method: string; path: string }>();
    const { message } = logged(`${method} ${path.replaceAll(/[^/]*[0-9][^/]*/g, '…')}`, error);
    super.catch(new HttpException({ statusCode: 500, message }, 500), host);
  }
}
