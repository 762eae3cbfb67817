import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lang } from '@tracewright/workbench-model';

const folder = fileURLToPath(new URL('../../apps/workbench/src/words/', import.meta.url));
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the screens say in a language: whole, with its figures put in, or as a pattern of how it begins, in which every figure not given is any. */
export interface ScreenWords {
  readonly lang: Lang;
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  like(key: string, values?: Readonly<Record<string, string | number>>): RegExp;
}

export function screenWords(lang: Lang): ScreenWords {
  const text = (key: string): string => {
    const [room, ...path] = key.split('.');
    const words: unknown = JSON.parse(readFileSync(`${folder}${room}/${lang}.json`, 'utf8'));
    const found = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], words);
    if (typeof found !== 'string') throw new Error(`The screens have no words ${key}.`);
    return found;
  };
  const put = (key: string, values: Readonly<Record<string, string | number>>, rest: string, fixed: (part: string) => string): string =>
    text(key)
      .split(/(\{\{\w+\}\})/)
      .map((part) => (/^\{\{/.test(part) ? fixed(String(values[part.slice(2, -2)] ?? '')) || rest : fixed(part)))
      .join('');
  return {
    lang,
    say: (key, values = {}) => put(key, values, '', (part) => part),
    like: (key, values = {}) => new RegExp(`^${put(key, values, '.+', escaped)}`),
  };
}
