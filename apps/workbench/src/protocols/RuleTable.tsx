import type { ProtocolBitsFragment } from '@tracewright/api-client';
import { SETTINGS } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { ClassMark } from '../parts/marks.js';

const COLUMNS = ['cls', 'rule', 'settings', 'least', 'decision', 'sources'] as const;

/** A protocol to be read aloud: how the window is set, each rule with its source beside it, and where the numbers come from. */
export function RuleTable({ protocol }: { readonly protocol: ProtocolBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <>
      <p className="sub">
        {t('more.protocols.valid')} {protocol.validFrom ?? '…'} – {protocol.validTo ?? '…'}
      </p>
      <ul>
        {protocol.windows.map((words) => (
          <li key={words.en}>{words[lang]}</li>
        ))}
        {protocol.windows.length === 0 && <li>{t('more.protocols.wholeTime')}</li>}
      </ul>
      <table className="rules" aria-label={`${t('more.protocols.rules')} ${protocol.id}`}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`more.protocols.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {protocol.rules.map((rule) => (
            <tr key={rule.id}>
              <td>
                <ClassMark cls={rule.cls} />
              </td>
              <td>{rule.label[lang]}</td>
              <td className="sub">
                {rule.settings.map((setting) => wordOf(SETTINGS, setting, lang)).join(lang === 'zh' ? '、' : ', ') ||
                  t('more.protocols.everySetting')}
              </td>
              <td className="num">
                {rule.minMinutes ? t('more.protocols.minutes', { n: rule.minMinutes }) : t('more.protocols.anyLength')}
              </td>
              <td className="muted">{t(rule.decision === 'PROPOSE' ? 'more.protocols.propose' : 'more.protocols.theRules')}</td>
              <td className="muted">{rule.sources.join('；') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {t('more.protocols.sources')}: {protocol.sources.join('；')}
      </p>
    </>
  );
}
