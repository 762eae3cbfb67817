import { Argon2Passwords } from '@tracewright/graph-store';
import { changePassword, expireAccount, lockAccount, resetPassword, signIn, whoIs } from '@tracewright/investigation';
import { CAST, smallOutbreak, withGraph, write } from '@tracewright/testkit';
import { beforeEach, expect, test } from 'vitest';

const graph = withGraph('2022-04-14T09:00:00+08:00');
const passwords = new Argon2Passwords();
let id: string;
beforeEach(async () => {
  await graph().empty();
  await smallOutbreak(graph().desk, []);
  await write(graph().desk, 'accounts', [{ login: 'zhou', name: '流调一', role: 'tracer', area: 'district' }]);
  id = (await graph().desk.work.read((tx) => graph().desk.accounts.byLogin(tx, 'zhou')))!.id;
});

const enter = (password: string) => signIn(graph().desk, passwords, { login: 'zhou', password });
async function reset(): Promise<string> {
  const outcome = await resetPassword(graph().desk, passwords, CAST.operator, id);
  if (outcome.kind !== 'changed' || !('password' in outcome)) throw new Error(outcome.kind);
  return outcome.password;
}
async function entered(password: string): Promise<string> {
  const outcome = await enter(password);
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome.token;
}

test('an account of an imported list lets nobody in until its first reset, whose password works and must be changed', async () => {
  expect(await enter('')).toEqual({ kind: 'wrong-login' });
  const once = await reset();
  expect(await enter(once)).toMatchObject({ kind: 'signed-in', mustChange: true });
  const holder = { ...CAST.tracer, accountId: id };
  expect(await changePassword(graph().desk, passwords, holder, { former: once, next: 'short' })).toMatchObject({
    kind: 'password-too-short',
  });
  expect(await changePassword(graph().desk, passwords, holder, { former: once, next: 'long enough now' })).toEqual({
    kind: 'password-changed',
  });
  expect(await enter(once)).toEqual({ kind: 'wrong-login' });
  expect(await enter('long enough now')).toMatchObject({ kind: 'signed-in', mustChange: false });
});

test('a reset ends the open sign-ins and the former password, and opens no account that was locked on purpose', async () => {
  const { desk } = graph();
  const first = await reset();
  const token = await entered(first);
  const second = await reset();
  expect(await whoIs(desk, token)).toBeNull();
  expect(await enter(first)).toEqual({ kind: 'wrong-login' });
  expect(await enter(second)).toMatchObject({ kind: 'signed-in' });
  await lockAccount(desk, CAST.operator, id);
  expect(await enter(await reset())).toEqual({ kind: 'account-locked' });
});

test('an account ends at its time, with whoever is signed in; ended now, at once', async () => {
  const { desk, clock } = graph();
  const password = await reset();
  const token = await entered(password);
  await expireAccount(desk, CAST.operator, id, clock.now() + 60 * 60_000);
  expect(await whoIs(desk, token)).not.toBeNull();
  clock.forward(60);
  expect(await whoIs(desk, token)).toBeNull();
  expect(await enter(password)).toEqual({ kind: 'account-expired' });
  expect(await expireAccount(desk, CAST.operator, id, null)).toMatchObject({ kind: 'changed', endedSessions: [] });
  const again = await entered(password);
  expect(await expireAccount(desk, CAST.operator, id, clock.now())).toMatchObject({ kind: 'changed' });
  expect(await whoIs(desk, again)).toBeNull();
});
