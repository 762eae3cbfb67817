import { pinyin } from 'pinyin-pro';

/** How a Chinese name is typed in a hurry: full pinyin and its initials, for the name and each alias. Lower case, no tones, no spaces. */
export function searchWords(name: string, aliases: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of [name, ...aliases]) {
    if (text === '') continue;
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
    words.add(syllables.join('').replaceAll(' ', '').toLowerCase());
    words.add(
      syllables
        .map((s) => s[0] ?? '')
        .join('')
        .toLowerCase(),
    );
    words.add(text.toLowerCase());
  }
  return [...words];
}
