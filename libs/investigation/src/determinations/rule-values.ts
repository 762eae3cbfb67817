import {
  type CaseFacts,
  type Instant,
  type PlaceLookup,
  parseMoment,
  type Place as RulePlace,
  type Stay as RuleStay,
  type Setting,
} from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Place } from '../places/place-store.js';
import type { MetStay } from './exposure-finder.js';

export const ruleStay = (stay: MetStay): RuleStay => ({
  id: stay.id,
  person: stay.personId,
  place: stay.placeId,
  start: stay.start,
  end: stay.end,
  startLatest: stay.startLatest,
  endEarliest: stay.endEarliest,
  source: stay.source,
  ceiling: stay.ceiling,
  setting: (stay.setting as Setting | null) ?? undefined,
  seat: stay.seat ?? undefined,
  carriage: stay.carriage ?? undefined,
  protection: stay.protection,
});

export const rulePlace = (place: Place): RulePlace => ({
  id: place.id,
  name: place.name,
  category: place.category,
  ...(place.parentId === null ? {} : { parent: place.parentId }),
  enclosed: place.enclosed ?? 'unknown',
  ventilation: place.ventilation ?? 'unknown',
  ...(place.airZone === null ? {} : { airZone: place.airZone }),
});

export const lookupOf = (places: ReadonlyMap<string, Place>): PlaceLookup => {
  const known = new Map([...places].map(([id, place]) => [id, rulePlace(place)]));
  return (id) => known.get(id);
};

export function caseFacts(one: Case, tz: string): CaseFacts {
  const anchors = Object.fromEntries(
    Object.entries(one.anchors).flatMap(([name, text]) => {
      const moment = parseMoment(text, tz);
      return moment ? [[name, moment]] : [];
    }),
  );
  const at = (value: Instant | null) => (value === null ? undefined : ({ precision: 'instant', at: value } as const));
  return {
    id: one.id,
    person: one.personId,
    category: one.category,
    moments: {
      ...anchors,
      ...(one.onsetOn === null ? {} : { onset: { precision: 'day', on: one.onsetOn } as const }),
      ...(one.firstPositiveSampleAt === null ? {} : { firstPositiveSample: at(one.firstPositiveSampleAt)! }),
      ...(one.reportedAt === null ? {} : { reported: at(one.reportedAt)! }),
      ...(one.isolatedAt === null ? {} : { isolated: at(one.isolatedAt)! }),
    },
  };
}
