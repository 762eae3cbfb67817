import { fuzzySyllable } from '../cleaning/chinese-text.js';
import { type ChineseName, readChineseName } from '../cleaning/read-chinese-name.js';
import { LEVELS, levelOf, SOUND } from './chinese-name-levels.js';
import { NAME_TRAITS } from './chinese-name-traits.js';
import type { ComparisonKind } from './comparison.js';
import { ValueTable } from './value-table.js';

/** Chinese names by characters, by sound and by look; romanised ones by sound. */
export const CHINESE_NAME: ComparisonKind = {
  roles: ['name'],
  make: () =>
    new ValueTable<ChineseName>({
      compare: 'chinese-name',
      quick: true,
      parts: [{ name: 'name', levels: LEVELS, exact: SOUND }],
      clean: readChineseName,
      identity: ({ text, han, called, syllables }) => (called ? `${text}~` : han ? text : syllables.join(' ')),
      levels: levelOf,
      traits: NAME_TRAITS,
      counted: (_, { text }) => text,
      keys: {
        name: ({ text, called }) => (called ? null : text),
        sound: ({ sound, called }) => (called ? null : sound),
        // The sound whichever of the two names comes first.
        eitherWay: ({ sound, turned, called }) => (called ? null : sound < turned ? sound : turned),
        fuzzy: ({ fuzzy, sound, called }) => (called ? null : fuzzy || sound),
        characters: ({ sorted: text, called }) => (called ? null : text),
        surname: ({ surname }) => surname,
        initial: ({ sound }) => sound.slice(0, 1),
        givenFuzzy: ({ han, syllables, surname, called }) =>
          called || !han ? null : syllables.slice(surname.length).map(fuzzySyllable).join(' ') || null,
      },
      shown: (_, { text }) => text,
    }),
};
