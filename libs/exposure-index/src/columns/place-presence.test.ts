import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Islands } from './islands.js';
import { LATE, PlacePresence } from './place-presence.js';

const SLOTS = 3;
const anyPiece = fc.record({ slot: fc.nat(SLOTS - 1), from: fc.integer({ min: -300, max: 300 }), length: fc.nat(20) });
const anyStay = fc.record({ slot: fc.nat(SLOTS - 1), begins: fc.integer({ min: -320, max: 320 }), length: fc.nat(60) });

it('tells of a stay when it first meets any piece that was put, however many lie apart, and what all of them span', () => {
  const places = new PlacePresence();
  const islands = new Islands();
  let met = 0;
  fc.assert(
    fc.property(
      fc.array(anyPiece, { maxLength: 120, size: 'max' }),
      fc.array(anyStay, { minLength: 1, maxLength: 20 }),
      (pieces, stays) => {
        places.begin(SLOTS);
        for (const { slot, from, length } of pieces) places.put(slot, from, from + length);
        places.settle(islands);
        for (const { slot, begins, length } of stays) {
          const moments = pieces
            .filter((piece) => piece.slot === slot && piece.from <= begins + length && piece.from + piece.length >= begins)
            .map(({ from }) => Math.max(from, begins));
          const first = Math.min(LATE, ...moments);
          if (first !== LATE) met++;
          expect(places.momentAt(slot, begins, begins + length)).toBe(first);
        }
        for (let slot = 0; slot < SLOTS; slot++) {
          const here = pieces.filter((piece) => piece.slot === slot);
          if (here.length === 0) continue;
          expect(places.spans[slot * 2]).toBe(Math.min(...here.map(({ from }) => from)));
          expect(places.spans[slot * 2 + 1]).toBe(Math.max(...here.map(({ from, length }) => from + length)));
          places.islandsAt(slot, islands);
          for (let moment = -300; moment <= 320; moment += 7) {
            const isIn = here.some(({ from, length }) => from <= moment && moment <= from + length);
            const { from, to, count } = islands;
            expect(Array.from({ length: count }, (_, i) => i).some((i) => from[i]! <= moment && moment <= to[i]!)).toBe(isIn);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(met).toBeGreaterThan(1_000);
});
