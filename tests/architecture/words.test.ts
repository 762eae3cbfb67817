import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, readText, root } from './project-files.js';

/** `a.b.c` of every word in a nested table. */
export function keysOfWords(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path];
  return Object.entries(words).flatMap(([key, inner]) => keysOfWords(inner, path ? `${path}.${key}` : key));
}

const CHINESE = /^zh(-CN|_CN)?\.(json|ts)$/;

/** The Chinese files of words, each with the English one beside it. */
function pairs(): { zh: string; en: string }[] {
  return filesUnder()
    .filter((file) => /^(apps|libs)\//.test(file) && CHINESE.test(basename(file)))
    .map((zh) => ({ zh, en: `${dirname(zh)}/en.${zh.endsWith('.json') ? 'json' : 'ts'}` }));
}

async function wordsIn(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(readText(file));
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ `${root}/${file}`);
  return exported.default ?? Object.values(exported)[0];
}

test('a key that one language lacks is seen at any depth', () => {
  expect(keysOfWords({ case: { open: 'x', close: 'y' }, ok: 'z' })).toEqual(['case.open', 'case.close', 'ok']);
});

test('Chinese and English have the same keys', async () => {
  for (const { zh, en } of pairs()) {
    const [chinese, english] = await Promise.all([zh, en].map(async (file) => keysOfWords(await wordsIn(file)).sort()));
    expect(english, `${en} beside ${zh}`).toEqual(chinese);
  }
});
