import { expect, test } from 'vitest';
import { type Asked, onThisMachine } from './on-this-machine.js';

const asked = (remoteAddress: string | undefined, headers: Asked['headers'] = {}): Asked => ({ socket: { remoteAddress }, headers });

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(onThisMachine(undefined)(asked(address))).toBe(true);
});

test.each(['10.0.0.7', '::ffff:10.0.0.7', '', undefined])('%s is not', (address) => {
  expect(onThisMachine(undefined)(asked(address))).toBe(false);
});

test.each(['forwarded', 'x-forwarded-for', 'x-real-ip'])('whoever comes through a proxy that says so by %s is not', (name) => {
  expect(onThisMachine(undefined)(asked('127.0.0.1', { [name]: '127.0.0.1' }))).toBe(false);
});

test('with a public address nobody is: a silent proxy in front looks like this machine', () => {
  expect(onThisMachine('https://tracewright.example')(asked('127.0.0.1'))).toBe(false);
});
