import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './lane-labels.js';

const label = (x: number) => ({ x, latest: x + 30, width: 78, short: 30 });

it('tells in full what has room, and short what stands before another', () => {
  expect(placeLabels([label(0), label(100), label(135), label(300)], [])).toEqual([
    { x: 0, inFull: true },
    { x: 100, inFull: false },
    { x: 135, inFull: true },
    { x: 300, inFull: true },
  ]);
});

it('steps aside for what stands there, and leaves out what would stand too far from its bar', () => {
  expect(placeLabels([label(100), label(110), label(115)], [{ from: 95, to: 108 }])).toEqual([
    { x: 108, inFull: false },
    { x: 138, inFull: false },
    null,
  ]);
  expect(placeLabels([label(60)], [{ from: 100, to: 220 }])).toEqual([{ x: 60, inFull: false }]);
});

it('leaves out the label of a narrow bar before it is taken for that of the next one', () => {
  expect(placeLabels([{ ...label(100), latest: 100 }, label(126)], [{ from: 118, to: 132 }])).toEqual([null, { x: 132, inFull: true }]);
});

it('never writes one label over another or over what is taken', () => {
  const anyX = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.array(anyX, { maxLength: 12 }), fc.array(anyX, { maxLength: 5 }), (xs, marks) => {
      const taken = marks.map((from) => ({ from, to: from + 12 }));
      const wanted = [...xs].sort((a, b) => a - b).map(label);
      const spans = placeLabels(wanted, taken).flatMap((one) => (one ? [{ from: one.x, to: one.x + (one.inFull ? 78 : 30) }] : []));
      for (const [i, one] of spans.entries())
        for (const other of [...spans.slice(0, i), ...taken]) expect(one.from >= other.to || other.from >= one.to).toBe(true);
    }),
  );
});
