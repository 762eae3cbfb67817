import type { Setting } from '../places/setting-class.js';
import type { ExposureRule, Protocol } from '../protocols/schema.js';
import { isAsked } from './determine.js';
import { settingFit } from './setting-fit.js';

/** Minutes together, the lag's included, below which meetings in these two settings come to nothing under any rule; infinite: never. */
export type LeastMinutes = (caseSetting: Setting | null, contactSetting: Setting | null) => number;

const leastOf = ({ single, cumulative }: ExposureRule): number =>
  Math.min(single?.min ?? (cumulative ? Number.POSITIVE_INFINITY : 0), cumulative?.min ?? Number.POSITIVE_INFINITY);

/**
 * What can be told of a pair before its times, seats and air are looked at. In a city most meetings are passings-by in settings that no
 * rule of the second degree names: so they need not be judged one by one.
 */
export function leastMinutesOf(protocol: Protocol, second: boolean): LeastMinutes {
  const rules = protocol.exposure.filter((rule) => isAsked(rule, second));
  const degree = second ? protocol.secondDegree : null;
  const ofPair = (a: Setting | null, b: Setting | null): number => {
    if (degree && settingFit(degree.settings, a, b, protocol) === 0) return Number.POSITIVE_INFINITY;
    return Math.min(Number.POSITIVE_INFINITY, ...rules.filter((rule) => settingFit(rule.settings, a, b, protocol) !== 0).map(leastOf));
  };
  const known = new Map<Setting | null, Map<Setting | null, number>>();
  return (a, b) => {
    const ofFirst = known.get(a) ?? new Map<Setting | null, number>();
    known.set(a, ofFirst);
    const least = ofFirst.get(b) ?? ofPair(a, b);
    ofFirst.set(b, least);
    return least;
  };
}
