import { expect, it } from 'vitest';
import { hash53 } from './comparison.js';

it('texts that are much alike have numbers of their own', () => {
  const texts = new Set<string>();
  for (let building = 1; building <= 40; building++)
    for (let unit = 1; unit <= 4; unit++) for (let room = 101; room < 1_101; room++) texts.add(`翠竹花园|${building}|${unit}|${room}`);
  for (let day = 0; day < 40_000; day++) texts.add(String(19_000_000 + day)).add(`139${10_000_000 + day * 7}`);
  const numbers = new Set(Array.from(texts, hash53));
  expect(numbers.size).toBe(texts.size);
  expect([...numbers].every((n) => Number.isSafeInteger(n) && n >= 0)).toBe(true);
  // The low half alone already tells nearly all apart, as 32 good bits would.
  const low = new Set(Array.from(texts, (text) => hash53(text) % 2 ** 32));
  expect(texts.size - low.size).toBeLessThan(20);
});
