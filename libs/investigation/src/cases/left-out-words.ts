import type { LeftOut } from '../determinations/left-out.js';
import type { Desk } from '../platform/desk.js';
import type { Tx } from '../platform/unit-of-work.js';

/** Why contacts are missing, and what to do. */
export async function leftOutWords(desk: Desk, tx: Tx, leftOut: LeftOut | null): Promise<{ zh: string; en: string } | null> {
  if (leftOut === null) return null;
  const { degree, relations, placeId } = leftOut;
  const place = placeId === null ? null : ((await desk.places.byIds(tx, [placeId]))[0]?.name ?? placeId);
  if (degree === 'second')
    return {
      zh: `次密接未推演：会产生 ${relations} 条以上关系，最多的在${place}。请缩短在那里的停留，或改记到房间、车厢、座位。`,
      en: `Second contacts are not derived: there would be more than ${relations} relations, most of them at ${place}. Shorten the stay there, or put it down to a room, carriage or seat.`,
    };
  if (place === null)
    return {
      zh: '接触者未推演，名单还是原来的：内容太多，数据库一次放不下。请缩短在大场所的停留，或请管理员增大 Neo4j 的内存（TRACEWRIGHT_NEO4J_HEAP）。',
      en: 'Contacts are not derived, the list is the former one: they are more than the database holds at once. Shorten stays at big places, or ask the administrator to give Neo4j more memory (TRACEWRIGHT_NEO4J_HEAP).',
    };
  return {
    zh: `接触者未推演，名单还是原来的：与 ${relations} 段以上他人停留相遇，最多的在${place}。请缩短在那里的停留，或改记到房间、车厢、座位。`,
    en: `Contacts are not derived, the list is the former one: more than ${relations} stays of others were met, most of them at ${place}. Shorten the stay there, or put it down to a room, carriage or seat.`,
  };
}
