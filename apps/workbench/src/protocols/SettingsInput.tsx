import { expandSetting, SETTING_CODES, SETTING_GROUPS } from '@tracewright/epi-core';
import { type FilePath, valueAt } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.js';
import { useDraftFile } from './use-draft.js';

/** Groups that are chosen at once; the others of the table mean one setting or the same. */
const AT_ONCE = ['WORK_STUDY', 'DINING', 'TRANSPORT'] as const;

/** Settings to tick: what is chosen is said above, and none chosen means every one. */
export function SettingsInput({ path }: { readonly path: FilePath }) {
  const { t } = useTranslation();
  const { file, set } = useDraftFile();
  const { option, value } = useFieldWords();
  const list = valueAt(file, path);
  const written: unknown[] = Array.isArray(list) ? list : [];
  const chosen = new Set<string>(written.flatMap((word) => [...expandSetting(String(word))]));
  const unknown = written.filter((word) => expandSetting(String(word)).length === 0);
  const give = (next: ReadonlySet<string>) => {
    const codes = SETTING_CODES.filter((code) => next.has(code));
    set(path, codes.length > 0 ? codes : undefined);
  };
  const toggle = (codes: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (on) next.add(code);
      else next.delete(code);
    }
    give(next);
  };
  return (
    <details className="settings">
      <summary>{chosen.size > 0 ? value(path, [...chosen]) : t('more.protocols.everySetting')}</summary>
      <p className="inline tight">
        {AT_ONCE.map((group) => {
          const codes = SETTING_GROUPS[group]!;
          const all = codes.every((code) => chosen.has(code));
          return (
            <button key={group} type="button" className="btn small" aria-pressed={all} onClick={() => toggle(codes, !all)}>
              {t(`protocols.settingGroup.${group}`)}
            </button>
          );
        })}
        <button type="button" className="btn small" disabled={written.length === 0} onClick={() => set(path, undefined)}>
          {t('more.protocols.everySetting')}
        </button>
      </p>
      {unknown.length > 0 && <p className="late">{unknown.map(String).join(', ')}</p>}
      <div className="ticks">
        {SETTING_CODES.map((code) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.has(code)} onChange={(event) => toggle([code], event.target.checked)} />
            {option(path, code)}
          </label>
        ))}
      </div>
    </details>
  );
}
