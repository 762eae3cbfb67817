import { type FilePath, isUnder, type Json, valueAt } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.js';
import { useDraftFile } from './use-draft.js';

/** A rule on one line: its name, its class, and what it asks for in words. */
export function useRuleLine(path: FilePath): { name: string; cls: string | null; words: string; problems: number } {
  const { t } = useTranslation();
  const { file, problems } = useDraftFile();
  const { lang, value, option } = useFieldWords();
  const rule = (valueAt(file, path) ?? {}) as Json;
  const at = (...keys: string[]): unknown => valueAt(rule, keys);
  const settings = Array.isArray(rule.settings) ? rule.settings : [];
  const [single, added] = [at('single', 'min'), at('cumulative', 'min')];
  const seatWords = (scope: unknown, before: unknown, after: unknown): string | null => {
    if (typeof scope !== 'string') return null;
    const word = option([...path, 'seat', 'scope'], scope);
    return before || after ? `${word} ${String(before ?? 0)}/${String(after ?? 0)}` : word;
  };
  const parts = [
    settings.length > 3
      ? t('protocols.someSettings', { first: value([...path, 'settings'], settings.slice(0, 2)), n: settings.length })
      : settings.length > 0
        ? value([...path, 'settings'], settings)
        : t('more.protocols.everySetting'),
    single ? t('protocols.line.single', { n: single }) : null,
    added ? t('protocols.line.cumulative', { n: added }) : null,
    rule.maxDistanceM ? t('protocols.line.distance', { n: rule.maxDistanceM }) : null,
    seatWords(at('seat', 'scope'), at('seat', 'rowsBefore'), at('seat', 'rowsAfter')),
    rule.lag ? t('protocols.line.lag', { n: rule.lag }) : null,
    rule.decision === 'PROPOSE' ? t('more.protocols.propose') : null,
  ];
  const label = at('label', lang);
  return {
    name: typeof label === 'string' && label !== '' ? label : String(rule.id ?? '—'),
    cls: typeof rule.cls === 'string' ? rule.cls : null,
    words: parts.filter((one) => one !== null).join(' · '),
    problems: problems.filter(({ field }) => isUnder(field, path)).length,
  };
}
