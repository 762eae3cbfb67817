import { afterEach, expect, test, vi } from 'vitest';
import { sayPlainly, whatFailed } from './surprises.js';

const SENTINEL = '990103198001010019';
afterEach(() => vi.restoreAllMocks());

function clash(): Error {
  const message = `Node(12) already exists with label \`Document\` and property \`no\` =\n    '${SENTINEL}'`;
  return Object.assign(new Error(message), { name: 'Neo4jError', code: 'Neo.ClientError.Schema.ConstraintValidationFailed' });
}

test('of an error of the database the code and the place are told, never its words', () => {
  const told = whatFailed(Object.assign(new Error(clash().message), { originalError: clash() }));
  expect(told).toMatch(/^Neo4jError Neo\.ClientError\.Schema\.ConstraintValidationFailed\n\s+at clash /);
  expect(told).not.toContain(SENTINEL);
});

test('nor of a parser, which quotes what it was given', () => {
  const unreadable = () => JSON.parse(`{"no": ${SENTINEL}x}`);
  expect(() => unreadable()).toThrow();
  try {
    unreadable();
  } catch (error) {
    expect(whatFailed(error)).toMatch(/^SyntaxError/);
    expect(whatFailed(error)).not.toContain(SENTINEL);
  }
});

test('a slip of our own is told in its words', () => {
  expect(whatFailed(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n\s+at /);
});

test('whoever asked is told a number; the log has it beside the operation', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const formatted = { message: clash().message, path: ['createCase'], extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  const said = sayPlainly(formatted, clash());
  const line = String(log.mock.calls[0]![0]);
  expect(line).toContain(`[${String(said.extensions?.number)}] createCase: Neo4jError`);
  expect(JSON.stringify(said) + line).not.toContain(SENTINEL);
});
