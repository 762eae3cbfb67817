import { expect, it } from 'vitest';
import { overlapPicture } from './overlap-bars.js';

const time = (clock: string) => `2022-04-10T${clock}:00+08:00`;
const met = {
  caseFrom: time('11:10'),
  caseTo: time('13:15'),
  caseSurestFrom: time('11:30'),
  caseSurestTo: time('12:55'),
  contactFrom: time('11:20'),
  contactTo: time('13:05'),
  contactSurestFrom: time('11:25'),
  contactSurestTo: time('13:00'),
};

it('what both had in common is the inner of both bars, surest and widest', () => {
  const { bars, together } = overlapPicture(met, 250);
  expect(together!.x).toBeCloseTo(bars[1].x);
  expect(together!.sure!.x).toBeCloseTo(bars[0].sure!.x);
  expect(bars[0]).toMatchObject({ x: 0, width: 250 });
});

it('two who missed each other have nothing in common', () => {
  const later = {
    ...met,
    contactFrom: time('14:00'),
    contactTo: time('15:00'),
    contactSurestFrom: time('14:00'),
    contactSurestTo: time('15:00'),
  };
  expect(overlapPicture(later, 250).together).toBeNull();
});

it('a meeting of which nothing is certain has no sure part', () => {
  const vague = { ...met, contactSurestFrom: time('13:00'), contactSurestTo: time('11:30') };
  expect(overlapPicture(vague, 250).together!.sure).toBeNull();
});
