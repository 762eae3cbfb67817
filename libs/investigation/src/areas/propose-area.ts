/** A name that locates an address: a place or an area, by its name and aliases. */
export interface PlaceOfAddress {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly areaId: string;
  readonly areaPath: string;
}

export interface AreaProposal {
  readonly areaId: string;
  /** The words of the address that matched, to be shown beside the proposal. */
  readonly words: readonly string[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s,，。.·]/g, '')
    .toLowerCase();
/** One character matches anything; two already name a compound. */
const LEAST = 2;

/**
 * The area an address lies in, by the names found in it (ruling 22). Only a proposal: a person confirms it. Names of one branch of the
 * tree (street, community, compound) agree, and the deepest says most; names of different branches are ambiguous, and nothing is
 * proposed.
 */
export function proposeArea(address: string, gazetteer: readonly PlaceOfAddress[]): AreaProposal | null {
  const text = plain(address);
  const found: { areaId: string; path: string; word: string; at: number }[] = [];
  for (const entry of gazetteer) {
    for (const name of [entry.name, ...entry.aliases]) {
      const word = plain(name);
      const at = word.length < LEAST ? -1 : text.indexOf(word);
      if (at >= 0) found.push({ areaId: entry.areaId, path: entry.areaPath, word, at });
    }
  }
  // A name inside another found name says nothing of its own: 滨海 in 滨海花园.
  const inside = (a: (typeof found)[number], b: (typeof found)[number]) =>
    b.word.length > a.word.length && a.at >= b.at && a.at + a.word.length <= b.at + b.word.length;
  const own = found.filter((one) => !found.some((other) => inside(one, other)));
  if (own.length === 0) return null;
  // One name may belong to several areas (two compounds of a name): the others of the address decide between them.
  const areas = [...new Map(own.map((one) => [one.areaId, one])).values()];
  const words = [...new Set(own.map((one) => one.word))];
  const agrees = (path: string) =>
    words.every((word) => own.some((one) => one.word === word && (path.startsWith(one.path) || one.path.startsWith(path))));
  const fitting = areas.filter(({ path }) => agrees(path));
  const best = fitting.filter(({ path }) => !fitting.some((other) => other.path !== path && other.path.startsWith(path)));
  if (best.length !== 1) return null;
  return { areaId: best[0]!.areaId, words: words.slice(0, 4) };
}
