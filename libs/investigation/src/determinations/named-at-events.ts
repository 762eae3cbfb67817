import type { InfectiousWindow } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';
import type { Stay } from '../stays/stay-store.js';
import type { Naming } from './determination-store.js';

/**
 * Whom an event names (ruling 20) is named by every case that was there at the time, as if its roll had been brought onto the case's stay
 * (ruling 17). Of several stays there, one within the window; outside it the name counts like any other whose stay lies outside.
 */
export async function namedAtEvents(
  desk: Desk,
  tx: Tx,
  stays: readonly Stay[],
  windows: readonly Pick<InfectiousWindow, 'start' | 'end'>[],
): Promise<Naming[]> {
  const named = await desk.determinations.namingsAtEvents(tx, [...new Set(stays.map((s) => s.placeId))]);
  return named.flatMap((naming) => {
    const shared = stays.filter(
      (s) =>
        s.placeId === naming.placeId &&
        s.personId !== naming.personId &&
        (naming.firstAt ?? s.start) < s.end &&
        (naming.lastAt ?? s.end) > s.start,
    );
    const stay = shared.find((s) => windows.some((w) => w.start < s.end && s.start < w.end)) ?? shared[0];
    return stay ? [{ ...naming, stayId: stay.id }] : [];
  });
}
