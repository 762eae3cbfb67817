import { expect, it } from 'vitest';
import { shippedProtocol } from '../protocols/shipped.js';
import { HOUR, startOfDay } from '../time/zone.js';
import { pepDeadlines } from './pep-deadlines.js';

const noon = startOfDay('2024-03-01', 'Asia/Shanghai') + 12 * HOUR;

it('measles: a vaccine until three days after the first exposure, immunoglobulin until six', () => {
  const deadlines = pepDeadlines(shippedProtocol('MEASLES-CN')!, 'CLOSE', { firstExposure: noon, indexIdentified: null });
  expect(deadlines.map(({ until }) => until! - noon)).toEqual([72 * HOUR, 144 * HOUR]);
});

it('meningococcal disease: counted from the moment the case was identified, open while that is not known', () => {
  const meningo = shippedProtocol('MENINGO')!;
  const until = (indexIdentified: number | null) => pepDeadlines(meningo, 'CLOSE', { firstExposure: 0, indexIdentified })[0]!.until;
  expect(until(noon)).toBe(noon + 24 * HOUR);
  expect(until(null)).toBeNull();
});

it('a class without prophylaxis has no deadline', () => {
  expect(pepDeadlines(shippedProtocol('CN-COVID-V8')!, 'CLOSE', { firstExposure: noon, indexIdentified: noon })).toEqual([]);
});
