import { useQuery } from '@apollo/client/react';
import { ProtocolsDocument, VerifyProtocolDocument } from '@tracewright/api-client';
import { SETTINGS } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang, useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { When } from '../parts/When.js';

/** Rules one can read aloud, the source beside them, and who took responsibility here (rulings 15). */
export default function ProtocolsPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const { account } = useSession();
  const { data, error, refetch } = useQuery(ProtocolsDocument);
  useLive(['protocols'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  const verify = async (id: string) => {
    const ok = await ask({
      title: t('more.protocols.verifyTitle', { id }),
      body: <p>{t('more.protocols.verifyBody', { name: account.name })}</p>,
      ok: t('more.protocols.verify'),
    });
    if (ok !== null) await act(VerifyProtocolDocument, { id }, { topics: ['protocols'] });
  };
  return (
    <div className="page">
      <h1>{t('frame.desk.protocols')}</h1>
      {data.protocols.map((protocol) => (
        <details key={protocol.id} className="panel" open={protocol.verifiedBy !== null}>
          <summary>
            <b>{protocol.id}</b> {protocol.name[lang]} <span className="sub">{protocol.version}</span>{' '}
            {protocol.verifiedBy ? (
              <span className="ok">
                ✓ {t('more.protocols.verifiedBy', { name: protocol.verifiedBy })} <When at={protocol.verifiedAt} />{' '}
                {protocol.demoOnly && t('more.protocols.demoOnly')}
              </span>
            ) : (
              <span className="warn">{t('more.protocols.unverified')}</span>
            )}
            {account.role === 'administrator' && (
              <button type="button" className="btn small" onClick={() => void verify(protocol.id)}>
                {t('more.protocols.verify')}
              </button>
            )}
          </summary>
          <p className="sub">
            {t('more.protocols.valid')} {protocol.validFrom ?? '…'} – {protocol.validTo ?? '…'}
          </p>
          <ul>
            {protocol.windows.map((words) => (
              <li key={words.en}>{words[lang]}</li>
            ))}
          </ul>
          <table>
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
                  <td className="muted">{rule.decision === 'PROPOSE' && t('more.protocols.propose')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">{protocol.sources.join('；')}</p>
        </details>
      ))}
    </div>
  );
}
