import type { SecondLeftOut } from '../determinations/second-degree.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';

/** Why second contacts are missing, and what to do. */
export async function leftOutWords(desk: Desk, tx: Tx, leftOut: SecondLeftOut | null): Promise<{ zh: string; en: string } | null> {
  if (leftOut === null) return null;
  const place = (await desk.places.byIds(tx, [leftOut.placeId]))[0]?.name ?? leftOut.placeId;
  return {
    zh: `次密接未推演：会产生 ${leftOut.relations} 条以上关系，最多的在${place}。请缩短在那里的停留，或改记到房间、车厢、座位。`,
    en: `Second contacts are not derived: there would be more than ${leftOut.relations} relations, most of them at ${place}. Shorten the stay there, or put it down to a room, carriage or seat.`,
  };
}
