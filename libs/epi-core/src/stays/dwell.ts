import type { PlaceCategory } from '../places/place-category.js';
import { dayOf, endOfDay, HOUR, type Instant, MINUTE } from '../time/zone.js';

/** Minutes a visit to a category of place lasts: at least, usually, at most. */
export interface Dwell {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

/**
 * Check-ins without check-out (domain notes §6.2). All from general knowledge, to be calibrated with cameras. A compound gate and an
 * isolation site have no such rule: a scan at a gate is not a visit, and isolation ends by release.
 */
export const DWELL_RULES: Readonly<Partial<Record<PlaceCategory, Dwell>>> = {
  shop: { min: 2, mode: 8, max: 30 },
  supermarket: { min: 10, mode: 35, max: 120 },
  market: { min: 10, mode: 30, max: 120 },
  restaurant: { min: 20, mode: 60, max: 180 },
  entertainment: { min: 60, mode: 180, max: 480 },
  pharmacy: { min: 3, mode: 10, max: 30 },
  hospital: { min: 30, mode: 120, max: 360 },
  workplace: { min: 60, mode: 480, max: 720 },
  bus: { min: 5, mode: 30, max: 120 },
  metro: { min: 5, mode: 35, max: 120 },
  gym: { min: 30, mode: 75, max: 180 },
};

/** Straight-line travel speed between two scans when both places have coordinates (rulings 34a). */
export const TRAVEL_KM_PER_HOUR = 30;

export interface NextEvidence {
  readonly at: Instant;
  /** Straight-line distance to where it was; absent when a place has no coordinates. */
  readonly distanceKm?: number;
}

/** The bounds of the end of a stay that begins with a scan: cut by the person's next evidence elsewhere and by midnight. */
export function estimateEnd(start: Instant, dwell: Dwell, next: NextEvidence | null, tz: string): { endEarliest: Instant; end: Instant } {
  const left = next ? next.at - ((next.distanceKm ?? 0) / TRAVEL_KM_PER_HOUR) * HOUR : Number.POSITIVE_INFINITY;
  const latest = Math.min(start + dwell.max * MINUTE, left, endOfDay(dayOf(start, tz), tz));
  // Two scans too close together to travel between: the person was still here when the first was made.
  const end = Math.max(start, Math.floor(latest));
  return { endEarliest: Math.min(start + dwell.min * MINUTE, end), end };
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance. */
export function distanceKm(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
