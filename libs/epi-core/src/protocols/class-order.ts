import type { ContactClass, Protocol } from './schema.js';

/** Rank of a class, 0 the strictest; a class the protocol does not order comes after all. */
export function classRank(protocol: Pick<Protocol, 'classOrder'>, cls: ContactClass): number {
  const rank = protocol.classOrder.indexOf(cls);
  return rank < 0 ? protocol.classOrder.length : rank;
}

export const isStricter = (protocol: Pick<Protocol, 'classOrder'>, a: ContactClass, b: ContactClass): boolean =>
  classRank(protocol, a) < classRank(protocol, b);

export const strictestClass = (protocol: Pick<Protocol, 'classOrder'>): ContactClass => protocol.classOrder[0]!;

/** Rulings 7: a stay at a big venue as a whole proves nothing stricter than one of these two. */
export function stricterThanPlace(protocol: Pick<Protocol, 'classOrder'>, cls: ContactClass): boolean {
  return classRank(protocol, cls) < Math.min(classRank(protocol, 'GENERAL'), classRank(protocol, 'PLACE_EXPOSED'));
}

/** The next weaker class a protected contact falls to. SECOND is a degree, not a weaker exposure, so it is passed over. */
export function weakerClass(protocol: Pick<Protocol, 'classOrder'>, cls: ContactClass): ContactClass | null {
  return protocol.classOrder.slice(classRank(protocol, cls) + 1).find((c) => c !== 'SECOND') ?? null;
}
