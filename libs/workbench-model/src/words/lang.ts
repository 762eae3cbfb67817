export type Lang = 'zh' | 'en';
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** Chinese for every Chinese locale, English for everybody else. */
export const langOf = (locales: readonly string[]): Lang => (locales[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The word of a table's state; a state nobody knows is shown as it came, so that it is seen. */
export function wordOf(table: Readonly<Record<string, Both>>, key: string | null | undefined, lang: Lang): string {
  if (key == null || key === '') return '';
  return table[key]?.[lang] ?? key;
}
