import { SETTINGS } from '@tracewright/epi-core';
import { CLASS_WORDS, type FilePath, type Lang, schemaKeyOf, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';

/** The words of the field for the schema's: a label, an explanation where one helps, and a word for each choice. */
export interface FieldWords {
  readonly lang: Lang;
  readonly label: (path: FilePath) => string;
  readonly hint: (path: FilePath) => string | null;
  readonly option: (path: FilePath, value: string) => string;
  /** Where a field stands: `rule DINING › without a break › at least`. */
  readonly place: (path: FilePath, rule?: string | null) => string;
  /** What holds when a choice is left open. */
  readonly left: (path: FilePath) => string;
  /** A value of the file, to be read. */
  readonly value: (path: FilePath, value: unknown) => string;
}

export const classWord = (cls: string, lang: Lang): string => wordOf(CLASS_WORDS, cls, lang);

/** `exposure.single` has a label of its own beside those of its fields: it stands under `_`. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation();
  const lang = useLang();
  const known = (keys: readonly string[]): string | null => {
    const key = keys.find((one) => i18n.exists(one) && typeof t(one, { returnObjects: true }) === 'string');
    return key === undefined ? null : t(key);
  };
  const label = (path: FilePath): string => {
    const key = schemaKeyOf(path);
    if (path[0] === 'management' && path.length === 2) return classWord(String(path[1]), lang);
    return known([`protocols.field.${key}._`, `protocols.field.${key}`]) ?? String(path.at(-1));
  };
  const option = (path: FilePath, value: string): string => {
    const key = schemaKeyOf(path);
    if (key.endsWith('settings')) return wordOf(SETTINGS, value, lang);
    if (key === 'exposure.cls' || key === 'classOrder') return classWord(value, lang);
    return known([`protocols.option.${key}.${value}`, `protocols.option.any.${value}`]) ?? value;
  };
  const join = lang === 'zh' ? '、' : ', ';
  const value = (path: FilePath, given: unknown): string => {
    if (given === undefined || given === null || given === '') return '—';
    if (typeof given === 'boolean') return t(given ? 'protocols.yes' : 'protocols.no');
    if (typeof given === 'string') return option(path, given);
    if (Array.isArray(given)) return given.map((one) => value(path, one)).join(join) || '—';
    if (typeof given !== 'object') return String(given);
    return Object.entries(given)
      .map(([key, inner]) => `${label([...path, key])} ${value([...path, key], inner)}`)
      .join(lang === 'zh' ? '；' : '; ');
  };
  const place = (path: FilePath, rule: string | null = null): string =>
    path
      .flatMap((key, i) => {
        if (i === 0 && key === 'exposure' && path.length > 1) return [];
        if (typeof key !== 'number') return [label(path.slice(0, i + 1))];
        return [i === 1 && path[0] === 'exposure' ? t('protocols.ruleNo', { id: rule ?? key + 1 }) : `${key + 1}`];
      })
      .join(' › ');
  return {
    lang,
    place,
    label,
    hint: (path) => known([`protocols.hint.${schemaKeyOf(path)}._`, `protocols.hint.${schemaKeyOf(path)}`]),
    option,
    left: (path) => known([`protocols.left.${schemaKeyOf(path)}`]) ?? t('protocols.open'),
    value,
  };
}
