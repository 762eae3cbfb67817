import { useQuery } from '@apollo/client/react';
import { type ProtocolBitsFragment, ReadProtocolDocument, type VersionBitsFragment } from '@tracewright/api-client';
import { readProtocol } from '@tracewright/epi-core';
import { type Json, textOf, usualExample } from '@tracewright/workbench-model';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';
import { useSay } from '../parts/Toasts.js';
import { DraftDesk } from './DraftDesk.js';
import { knownTexts } from './known-texts.js';
import { NewProtocol } from './NewProtocol.js';
import { Problems } from './Problems.js';
import { RuleTable } from './RuleTable.js';
import { Timeline } from './Timeline.js';
import { TryPanel } from './TryPanel.js';
import { keepFile, useFileDoor } from './use-file-door.js';
import { VersionBar } from './VersionBar.js';

interface Props {
  readonly installed: readonly ProtocolBitsFragment[];
  readonly versions: readonly VersionBitsFragment[];
}

/** What is being edited: the text it began with, and of which version it is. */
interface Editing {
  readonly start: string;
  readonly baseId: string;
  readonly nth: number;
}

/** The text of a version as the beginning of the next one: what was verified is not changed any more. */
function nextVersion(text: string, versions: readonly VersionBitsFragment[]): string {
  const { basedOn: _, verifiedBy: __, ...file } = JSON.parse(text) as Json;
  const stem = String(file.version).replace(/-local-\d+$/, '');
  const taken = new Set(versions.map((one) => one.id));
  let n = 1;
  while (taken.has(`${file.id}@${stem}-local-${n}`)) n++;
  return textOf({ ...file, version: `${stem}-local-${n}` });
}

/** One version under the lamp: its rules and sources, the days of an example, the difference it would make; and its editor. */
export function ProtocolDesk({ installed, versions }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const say = useSay();
  const { account, tz } = useSession();
  const [chosen, setChosen] = useState(installed[0]!.id);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [founding, setFounding] = useState(false);
  const [example, setExample] = useState(() => usualExample(now, tz));
  const { data, previousData } = useQuery(ReadProtocolDocument, {
    variables: { source: { id: chosen }, example: {} },
    fetchPolicy: 'no-cache',
  });
  const outcome = (data ?? previousData)?.readProtocol;
  const read = outcome && 'protocol' in outcome ? outcome : undefined;
  const protocol = useMemo(() => {
    const parsed = read ? readProtocol(JSON.parse(read.text)) : null;
    return parsed?.kind === 'protocol' ? parsed.protocol : null;
  }, [read]);
  const version = versions.find((one) => one.id === chosen);
  const texts = useMemo(() => knownTexts(versions, lang), [versions, lang]);
  const edit = (start: string) => setEditing((old) => ({ start, baseId: chosen, nth: (old?.nth ?? 0) + 1 }));
  const choose = (id: string) => {
    setChosen(id);
    setEditing(null);
  };
  const door = useFileDoor((text, name) => {
    edit(text);
    say('done', t('protocols.fileRead', { name }));
  });
  const file = read && (
    <button type="button" className="btn" onClick={() => keepFile(`${chosen.replace('@', '-')}.json`, read.text)}>
      {t('protocols.saveFile')}
    </button>
  );
  return (
    <section className="panel protocol-desk" aria-label={t('more.protocols.look')}>
      <h2>{t('more.protocols.look')}</h2>
      <div className="inline">
        <label className="inline">
          {t('more.protocols.which')}
          <select value={chosen} disabled={editing !== null} onChange={(event) => choose(event.target.value)}>
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
        {!editing && (
          <>
            <button
              type="button"
              className="btn"
              disabled={!read}
              onClick={() => read && edit(version?.state === 'DRAFT' ? read.text : nextVersion(read.text, versions))}
            >
              {t(version?.state === 'DRAFT' ? 'protocols.editVersion' : 'protocols.newVersion')}
            </button>
            {account.role === 'administrator' && (
              <button type="button" className="btn" onClick={() => setFounding(true)}>
                {t('protocols.newProtocol')}
              </button>
            )}
            <label className="btn">
              {t('protocols.openFile')}
              <input key={door.key} type="file" accept=".json,application/json" className="sr" onChange={door.onChange} />
            </label>
            {file}
          </>
        )}
      </div>
      {version && !editing && (
        <VersionBar version={version} active={versions.find((v) => v.state === 'ACTIVE' && v.protocolId === version.protocolId)} />
      )}
      {outcome && 'code' in outcome && <Problems problem={outcome} />}
      {editing ? (
        <DraftDesk
          key={editing.nth}
          {...editing}
          texts={texts}
          installed={installed}
          versions={versions}
          example={example}
          onExample={setExample}
          onSaved={choose}
          onStop={() => setEditing(null)}
        />
      ) : (
        <>
          <TryPanel key={chosen} source={{ id: chosen }} ready={read !== undefined} />
          <Timeline example={example} onExample={setExample} protocol={protocol} />
          {read && <RuleTable protocol={read.protocol} />}
        </>
      )}
      {founding && (
        <NewProtocol
          texts={texts}
          start={chosen}
          taken={(id) => versions.some((one) => one.protocolId === id)}
          onClose={() => setFounding(false)}
          onBegin={(text) => {
            setFounding(false);
            edit(text);
          }}
        />
      )}
    </section>
  );
}
