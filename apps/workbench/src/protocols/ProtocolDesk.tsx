import { useQuery } from '@apollo/client/react';
import {
  DraftProtocolDocument,
  type ExampleCaseInput,
  type ProtocolBitsFragment,
  type ProtocolSourceInput,
  ReadProtocolDocument,
  type VersionBitsFragment,
} from '@tracewright/api-client';
import { addDays, dayOf, formatInstant, startOfDay } from '@tracewright/epi-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useNow, useSession } from '../app/session.js';
import { useSettled } from '../parts/use-settled.js';
import { ExampleWindow } from './ExampleWindow.js';
import { Problems } from './Problems.js';
import { RuleTable } from './RuleTable.js';
import { TryPanel } from './TryPanel.js';
import { VersionBar } from './VersionBar.js';

interface Props {
  readonly installed: readonly ProtocolBitsFragment[];
  readonly versions: readonly VersionBitsFragment[];
}

/** Fell ill three days ago, positive the day after, isolated the next. */
function usualExample(now: number, tz: string): ExampleCaseInput {
  const onsetOn = addDays(dayOf(now, tz), -3);
  const at = (days: number) => formatInstant(startOfDay(addDays(onsetOn, days), tz), tz);
  return { onsetOn, firstPositiveSampleAt: at(1), isolatedAt: at(2) };
}

/** One version under the lamp: its rules and sources, the window of an example, the difference it would make, and its text. */
export function ProtocolDesk({ installed, versions }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const now = useNow();
  const { account, tz } = useSession();
  const [chosen, setChosen] = useState(installed[0]!.id);
  const [text, setText] = useState<string | null>(null);
  const [example, setExample] = useState(() => usualExample(now, tz));
  const settled = useSettled(text);
  const source: ProtocolSourceInput = text === null || settled === null ? { id: chosen } : { text: settled };
  const { data, previousData } = useQuery(ReadProtocolDocument, {
    variables: { source, example: useSettled(example) },
    fetchPolicy: 'no-cache',
  });
  const outcome = (data ?? previousData)?.readProtocol;
  const read = outcome && 'protocol' in outcome ? outcome : undefined;
  const version = versions.find((one) => one.id === chosen);
  const choose = (id: string) => {
    setChosen(id);
    setText(null);
  };
  const save = async () => {
    if (text === null) return;
    const rev = version?.state === 'DRAFT' ? version.rev : null;
    const saved = await act(DraftProtocolDocument, { text, rev }, { topics: ['protocols'], done: t('more.protocols.saved') });
    if (saved) choose(saved.version.id);
  };
  return (
    <section className="panel protocol-desk" aria-label={t('more.protocols.look')}>
      <h2>{t('more.protocols.look')}</h2>
      <div className="inline">
        <label className="inline">
          {t('more.protocols.which')}
          <select value={chosen} onChange={(event) => choose(event.target.value)}>
            <optgroup label={t('more.protocols.written')}>
              {versions.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.id} · {t(`more.protocols.state.${one.state}`)}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('more.protocols.installed')}>
              {installed.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.id} {one.name[lang]}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <button type="button" className="btn" disabled={text === null && !read} onClick={() => setText(text === null ? read!.text : null)}>
          {t(text === null ? 'more.protocols.edit' : 'more.protocols.stopEditing')}
        </button>
      </div>
      {version && (
        <VersionBar version={version} active={versions.find((v) => v.state === 'ACTIVE' && v.protocolId === version.protocolId)} />
      )}
      {text !== null && (
        <>
          <label className="field">
            <span>{t('more.protocols.file')}</span>
            <textarea rows={16} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          {account.role === 'administrator' && (
            <p className="inline">
              <button type="button" className="btn p" onClick={() => void save()}>
                {t('more.protocols.saveDraft')}
              </button>
              <span className="muted">{t('more.protocols.fileHint')}</span>
            </p>
          )}
        </>
      )}
      {outcome && 'code' in outcome && <Problems problem={outcome} />}
      <TryPanel key={chosen} source={source} ready={read !== undefined} />
      <ExampleWindow example={example} onExample={setExample} read={read} />
      {read && <RuleTable protocol={read.protocol} />}
    </section>
  );
}
