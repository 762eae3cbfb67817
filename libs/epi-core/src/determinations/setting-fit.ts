import type { Setting } from '../places/setting-class.js';
import type { Protocol } from '../protocols/schema.js';
import type { Fit } from './fit.js';

const named = new WeakMap<Protocol, ReadonlySet<Setting>>();

/** Every setting that some rule names; all others fall to OTHER_ASSESSED (rulings 7). */
export function namedSettings(protocol: Protocol): ReadonlySet<Setting> {
  let known = named.get(protocol);
  if (!known) {
    known = new Set(protocol.exposure.flatMap((rule) => rule.settings));
    named.set(protocol, known);
  }
  return known;
}

/** 2 in the list, 1 not known or only by way of OTHER_ASSESSED, 0 another setting. */
function sideFit(list: readonly Setting[], setting: Setting | null, protocol: Protocol): Fit {
  if (setting === null) return 1;
  if (list.includes(setting)) return 2;
  return list.includes('OTHER_ASSESSED') && !namedSettings(protocol).has(setting) ? 1 : 0;
}

/** Both in the list: met. One in it, or one not known: at most possible. Both known and neither in it: not met. An empty list means every setting. */
export function settingFit(list: readonly Setting[], a: Setting | null, b: Setting | null, protocol: Protocol): Fit {
  if (list.length === 0) return 2;
  const [fitA, fitB] = [sideFit(list, a, protocol), sideFit(list, b, protocol)];
  if (fitA === 2 && fitB === 2) return 2;
  return fitA === 0 && fitB === 0 ? 0 : 1;
}
