import i18next from 'i18next';
import en from '../words/protocols/en.json';
import zh from '../words/protocols/zh.json';

/** The words of the editor come with its screen: they are many, and the first screen does without. */
export function addProtocolWords(): void {
  for (const [lang, protocols] of Object.entries({ zh, en })) i18next.addResourceBundle(lang, 'translation', { protocols }, true);
}
