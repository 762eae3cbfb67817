import { ancestorsOf, type Place, type PlaceLookup } from './place.js';
import { categoryRow, isPlaceCategory, type PlaceCategory, ROOM_LIKE } from './place-category.js';
import type { Setting } from './setting-class.js';

/** What a place is, as far as the rules care. */
export interface PlaceNature {
  readonly setting: Setting | null;
  /** The category that decides, its own or that of the place above. */
  readonly category: PlaceCategory | null;
  /** A hospital, mall, restaurant … as a whole, not a room of it. */
  readonly bigItself: boolean;
  /** A table, room, ward, compartment … that is a part of what stands above it. */
  readonly room: boolean;
}

const UNKNOWN: PlaceNature = { setting: null, category: null, bigItself: false, room: false };

/** The nearest place above that has a category we know. */
function categoryAbove(place: Place, lookup: PlaceLookup): PlaceCategory | null {
  for (const id of ancestorsOf(place.id, lookup)) {
    const category = lookup(id)?.category;
    if (category && isPlaceCategory(category)) return category;
  }
  return null;
}

/**
 * The default setting of stays at a place (rulings 7). A place with a category of its own is that; a table, room or ward (or a place
 * without category, or with the category of the place above) is a part of what stands above it.
 */
export function placeNature(id: string, lookup: PlaceLookup): PlaceNature {
  const place = lookup(id);
  if (!place) return UNKNOWN;
  const own = place.category ?? '';
  const above = categoryAbove(place, lookup);
  if (isPlaceCategory(own) && own !== above)
    return { setting: categoryRow(own).setting, category: own, bigItself: Boolean(categoryRow(own).big), room: false };
  if (!above) return UNKNOWN;
  const row = categoryRow(above);
  const room = own === '' || own === above || ROOM_LIKE.includes(own);
  return { setting: room && row.under ? row.under : row.setting, category: above, bigItself: Boolean(row.big) && !room, room };
}

/** The setting of one table or seat of a place, when the seat is written on the stay instead of on a place of its own. */
export const seatSetting = (category: PlaceCategory): Setting | null => categoryRow(category).under ?? categoryRow(category).setting;
