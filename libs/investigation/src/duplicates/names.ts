import { searchWords } from '../platform/search-words.js';

/**
 * Whether two names can hardly be one person's: neither equal, nor sounding alike, nor one character apart, nor one inside the other.
 * An empty name differs from nothing: missing is not disagreement.
 */
export function namesClearlyDiffer(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replaceAll(/[\s·•.]/g, '').toLowerCase()) as [string, string];
  if (x === '' || y === '' || x === y || x.includes(y) || y.includes(x)) return false;
  if (searchWords(x, [])[0] === searchWords(y, [])[0]) return false;
  const [shorter, longer] = [...x].length <= [...y].length ? [[...x], [...y]] : [[...y], [...x]];
  if (longer.length - shorter.length > 1) return true;
  const shared = shorter.filter((character) => longer.includes(character)).length;
  return longer.length - shared > 1;
}
