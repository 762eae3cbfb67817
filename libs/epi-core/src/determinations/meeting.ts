import { type PlaceNature, placeNature, seatSetting } from '../places/default-setting.js';
import { ancestorsOf, type PlaceLookup, type Ventilation, type YesNo } from '../places/place.js';
import type { Setting } from '../places/setting-class.js';
import type { Stay } from '../stays/stay.js';

/** A stay with what its place adds to it: all that a rule may ask. */
export interface SettledStay extends Stay {
  /** Its own setting, else the default of its place; null: unknown. */
  readonly resolvedSetting: Setting | null;
  /** At a big place as a whole, with no room, seat or setting of its own (rulings 7). */
  readonly bigPlaceItself: boolean;
  /** Different seats at such a place count as different rooms (rulings 7). */
  readonly seatsApart: boolean;
  /** At a room, table, compartment or cabin that is a place of its own under a bigger one. */
  readonly inRoom: boolean;
  readonly enclosed: YesNo;
  readonly ventilation: Ventilation;
  readonly airZone: string | null;
  /** Whether the cabin air of a vehicle is filtered. */
  readonly hepa: YesNo;
}

/** `ancestor`: the contact was at a place that holds the case's place; `descendant`: the other way round. */
export type PlaceRelation = 'same' | 'ancestor' | 'descendant' | 'sameAirZone';

/** A stay of a case (or of the person in the middle) and a stay of somebody else that may have met it. */
export interface Meeting {
  readonly caseStay: SettledStay;
  readonly contactStay: SettledStay;
  readonly relation: PlaceRelation;
  /** Recorded by a tracer only; files of stays do not carry them. */
  readonly distanceM?: number;
  readonly contactKinds?: readonly string[];
  /** A screen stood between the two. */
  readonly barrier?: boolean;
}

const DINING: readonly string[] = ['DINING_SAME_TABLE', 'DINING_NEIGHBOUR', 'DINING_PASSING', 'DINING_STAFF', 'DINING_CANTEEN'];

/** The setting of a stay: its own, else that of its table or seat, else the default of its place; null: unknown. */
export function settingOfStay(setting: Setting | null, seat: string | null, nature: PlaceNature): Setting | null {
  return setting ?? (seat && nature.bigItself && nature.category !== null ? seatSetting(nature.category) : nature.setting);
}

/** Field by field, so that all have one shape: a city's are judged by the hundred thousand. */
export function settleStay(stay: Stay, lookup: PlaceLookup, nature = placeNature(stay.place, lookup)): SettledStay {
  const place = lookup(stay.place);
  const resolvedSetting = settingOfStay(stay.setting ?? null, stay.seat ?? null, nature);
  return {
    id: stay.id,
    person: stay.person,
    place: stay.place,
    start: stay.start,
    end: stay.end,
    startLatest: stay.startLatest,
    endEarliest: stay.endEarliest,
    source: stay.source,
    ceiling: stay.ceiling,
    setting: stay.setting,
    seat: stay.seat,
    carriage: stay.carriage,
    protection: stay.protection,
    companions: stay.companions,
    resolvedSetting,
    bigPlaceItself: nature.bigItself && !stay.setting && !stay.seat,
    seatsApart: nature.bigItself || (nature.category === null && resolvedSetting !== null && DINING.includes(resolvedSetting)),
    inRoom: nature.room,
    enclosed: place?.enclosed ?? 'unknown',
    ventilation: place?.ventilation ?? 'unknown',
    airZone: place?.airZone || null,
    hepa: place?.hepa ?? 'unknown',
  };
}

/** How the place of a contact's stay stands to the place of a case's stay; null: two different places (rulings 6). */
export function placeRelation(casePlace: string, contactPlace: string, lookup: PlaceLookup): PlaceRelation | null {
  if (casePlace === contactPlace) return 'same';
  if (ancestorsOf(casePlace, lookup).includes(contactPlace)) return 'ancestor';
  if (ancestorsOf(contactPlace, lookup).includes(casePlace)) return 'descendant';
  const zone = lookup(casePlace)?.airZone;
  return zone && zone === lookup(contactPlace)?.airZone ? 'sameAirZone' : null;
}
