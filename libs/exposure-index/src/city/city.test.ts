import { describe, expect, it } from 'vitest';
import { ExposureColumns } from '../columns/exposure-columns.js';
import { firstDegree } from '../columns/first-degree.js';
import { secondDegree } from '../columns/second-degree-columns.js';
import { type City, generateCity, peopleFor } from './city.js';

const DAY = 86_400;
const city = generateCity({ people: 10_000 });
const index = new ExposureColumns(Date.UTC(2022, 3, 1));
index.load(city.stays);
const week = { from: index.instantOf(2 * DAY), to: index.instantOf(9 * DAY) };
const askedOf = (people: readonly number[], minSeconds: number) =>
  firstDegree(
    index,
    people.map((person) => ({ person, ...week })),
    { minSeconds, lagSeconds: 0, bounds: 'widest' },
  );

describe('a generated city', () => {
  it('is the same for the same seed, and about as large as wanted', () => {
    const [one, other] = [generateCity({ people: 500, seed: 3 }), generateCity({ people: 500, seed: 3 })];
    const written = ({ stays }: City) => [stays.person, stays.place, stays.start, stays.end].map((column) => column.join()).join();
    expect(written(one) === written(other)).toBe(true);
    expect(written(one) === written(generateCity({ people: 500, seed: 4 }))).toBe(false);
    expect(generateCity({ people: peopleFor(100_000) }).stays.start.length / 100_000).toBeCloseTo(1, 1);
  });

  it('is looked through tightly: at most 1.6 rows an encounter for anybody, 1.2 for staff of the station', () => {
    const anybody = Array.from({ length: 200 }, (_, i) => (i * 7_919) % city.people);
    for (const minSeconds of [60, 900]) {
      const { examined, met } = askedOf(anybody, minSeconds);
      expect(met).toBeGreaterThan(10_000);
      expect(examined / met).toBeLessThanOrEqual(1.6);
    }
    const { examined, met } = askedOf(city.stationStaff.slice(0, 10), 900);
    expect(met).toBeGreaterThan(5_000);
    expect(examined / met).toBeLessThanOrEqual(1.2);
  });

  it('takes at most 30 bytes a visit, both orders, their directories and what the second degree keeps', () => {
    secondDegree(index, [{ person: 1, ...week }], { minSeconds: 900, lagSeconds: 0, bounds: 'widest' });
    const { rows, bytes } = index.size();
    expect(rows).toBe(city.stays.start.length);
    expect(bytes / rows).toBeLessThanOrEqual(30);
  });
});
