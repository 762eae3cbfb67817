import { looksAlike, ROMANISED } from '../cleaning/chinese-text.js';
import type { ChineseName } from '../cleaning/read-chinese-name.js';
import { oneEditApart } from '../cleaning/similarity.js';

export const LEVELS = ['same', 'sound', 'alike', 'one', 'called', 'surname', 'different'] as const;
export const [SOUND, ALIKE, ONE, CALLED, SURNAME, DIFFERENT] = [2, 3, 4, 5, 6, 7];

/** Romanised against Han, or both romanised: the sound in either order, or a surname as it is written elsewhere with nothing against it. */
function romanisedLevel(a: ChineseName, b: ChineseName): number {
  if (a.sound === b.sound || a.sound === b.turned || a.turned === b.sound) return SOUND;
  if (!a.han && !b.han)
    return a.words === b.words ? SOUND : oneEditApart(a.sound, b.sound) ? ALIKE : a.surname === b.surname ? SURNAME : DIFFERENT;
  const [latin, han] = a.han ? [b, a] : [a, b];
  if (latin.sound.length > 4 && (oneEditApart(latin.sound, han.sound) || oneEditApart(latin.sound, han.turned))) return ALIKE;
  const said = han.syllables[0] ?? '';
  const words = [latin.syllables[0] ?? '', latin.syllables.at(-1) ?? ''];
  return words.some((word) => word === said || ROMANISED[word]?.includes(said)) ? CALLED : DIFFERENT;
}

/** Characters that differ at the same place of two names of one length, -1 for none, -2 for more than one. */
function oneDifferent(a: string, b: string): number {
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (at >= 0) return -2;
    at = i;
  }
  return at;
}

function hanLevel(a: ChineseName, b: ChineseName): number {
  if (a.called || b.called) return a.surname === b.surname ? CALLED : DIFFERENT;
  if (a.sound === b.sound) return SOUND;
  if (a.mass === b.mass && (a.text === b.behind || b.text === a.behind)) return SOUND;
  if (a.fuzzy === b.fuzzy) return ALIKE;
  if (a.text.length === b.text.length) {
    const at = oneDifferent(a.text, b.text);
    if (at >= 0 && (a.text[at] === '?' || b.text[at] === '?' || looksAlike(a.text[at]!, b.text[at]!))) return ALIKE;
    if (at >= 0 && a.text.length > 2 && a.surname === b.surname) return ONE;
    if (a.mass === b.mass && a.sorted === b.sorted) return ONE;
  }
  const [long, short] = a.text.length >= b.text.length ? [a, b] : [b, a];
  if (short.text.length > 1 && long.text.length - short.text.length === 1 && holdsInOrder(long.text, short.text)) return ONE;
  return a.surname === b.surname ? SURNAME : DIFFERENT;
}

function holdsInOrder(long: string, short: string): boolean {
  let i = 0;
  for (let j = 0; j < long.length && i < short.length; j++) if (long.charCodeAt(j) === short.charCodeAt(i)) i++;
  return i === short.length;
}

/** Of two different names. */
export const levelOf = (a: ChineseName, b: ChineseName): number => (a.han && b.han ? hanLevel(a, b) : romanisedLevel(a, b));
