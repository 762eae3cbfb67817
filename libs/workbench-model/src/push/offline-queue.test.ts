import { describe, expect, it } from 'vitest';
import { OfflineQueue, type Shelf } from './offline-queue.js';

function shelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
const entry = (id: string, outcome = 'NO_ANSWER') => ({ id, at: '2022-04-14T09:38:00+08:00', input: { outcome } });

describe('answers given without signal', () => {
  it('are still there after the page was closed', () => {
    const kept = shelf();
    new OfflineQueue(kept, 'r1').add(entry('push1'));
    expect(new OfflineQueue(kept, 'r1').all()).toEqual([entry('push1')]);
    expect(new OfflineQueue(kept, 'r2').all()).toEqual([]);
  });

  it('a second answer about the same person replaces the first', () => {
    const queue = new OfflineQueue(shelf(), 'r1');
    queue.add(entry('push1'));
    queue.add(entry('push1', 'AT_HOME_CONTROLLED'));
    expect(queue.all()).toEqual([entry('push1', 'AT_HOME_CONTROLLED')]);
  });

  it('sending stops where there is no signal and keeps the rest in order', async () => {
    const queue = new OfflineQueue(shelf(), 'r1');
    for (const id of ['a', 'b', 'c']) queue.add(entry(id));
    const result = await queue.flush(async ({ id }) => (id === 'a' ? 'sent' : 'unreachable'));
    expect(result).toEqual({ sent: 1, refused: [] });
    expect(queue.all().map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('what the server refuses is handed back and not sent for ever', async () => {
    const queue = new OfflineQueue(shelf(), 'r1');
    queue.add(entry('a'));
    const { refused } = await queue.flush(async () => 'refused');
    expect(refused.map(({ id }) => id)).toEqual(['a']);
    expect(queue.all()).toEqual([]);
  });
});
