import { DraftProtocolDocument, type ProtocolBitsFragment, type VersionBitsFragment } from '@tracewright/api-client';
import { draftDiff, type Example, fileIn } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { useSettled } from '../parts/use-settled.js';
import { ChangeList } from './ChangeList.js';
import type { KnownText } from './known-texts.js';
import { ProtocolEditor } from './ProtocolEditor.js';
import { TryPanel } from './TryPanel.js';
import { DraftRoom, useDraft } from './use-draft.js';
import { useDraftProblems } from './use-draft-problems.js';
import { keepFile } from './use-file-door.js';

interface Props {
  /** The text the draft begins with, and the version it is of. */
  readonly start: string;
  readonly baseId: string;
  readonly texts: readonly KnownText[];
  readonly installed: readonly ProtocolBitsFragment[];
  readonly versions: readonly VersionBitsFragment[];
  readonly example: Example;
  readonly onExample: (example: Example) => void;
  readonly onSaved: (id: string) => void;
  readonly onStop: () => void;
}

/** A draft at work: edited, compared, tried, saved. */
export function DraftDesk({ start, baseId, texts, installed, versions, example, onExample, onSaved, onStop }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const { account } = useSession();
  const draft = useDraft(start, useDraftProblems(versions));
  const [compared, setCompared] = useState(baseId);
  const settled = useSettled(draft.text);
  const base = texts.find((one) => one.id === compared)?.text ?? start;
  const was = fileIn(base);
  const changes = was && draft.file ? draftDiff(was, draft.file).length : 0;
  const mayWrite = account.role === 'administrator';
  const id = `${String(draft.file?.id)}@${String(draft.file?.version)}`;
  const known = versions.find((one) => one.id === id);
  const isNew = ![...installed.map((one) => one.id), ...versions.map((one) => one.protocolId)].includes(String(draft.file?.id));
  const canSave = mayWrite && draft.problems.length === 0;
  const save = async () => {
    if (!canSave) return;
    const ok = await ask({
      title: t(isNew ? 'protocols.foundTitle' : 'protocols.saveTitle', { id: isNew ? String(draft.file?.id) : id }),
      wide: true,
      ok: t(isNew ? 'protocols.found' : 'more.protocols.saveDraft'),
      body: (
        <DraftRoom value={draft}>
          {isNew && <p>{t('protocols.foundBody', { id: String(draft.file?.id) })}</p>}
          <p>{t('protocols.saveBody', { base: compared, n: changes })}</p>
          {was && draft.file && <ChangeList was={was} now={draft.file} />}
        </DraftRoom>
      ),
    });
    if (ok === null) return;
    const rev = known?.state === 'DRAFT' ? known.rev : null;
    const saved = await act(
      DraftProtocolDocument,
      { text: draft.text, rev, found: isNew },
      { topics: ['protocols'], done: t('more.protocols.saved') },
    );
    if (saved) onSaved(saved.version.id);
  };
  const stop = async () => {
    const n = draft.text === start ? 0 : draft.canUndo ? Math.max(1, changes) : 0;
    const question = {
      title: t('protocols.stopTitle'),
      body: <p>{t('protocols.stopBody', { n })}</p>,
      ok: t('protocols.stop'),
      danger: true,
    };
    if (n === 0 || (await ask(question)) !== null) onStop();
  };
  useCommands([
    {
      id: 'protocol-save',
      label: { zh: '保存方案草稿', en: 'Save the draft of the protocol' },
      keys: 'Ctrl+S',
      when: () => canSave,
      run: () => void save(),
    },
  ]);
  return (
    <ProtocolEditor
      draft={draft}
      base={base}
      example={example}
      onExample={onExample}
      trying={<TryPanel source={{ text: settled }} ready={draft.protocol !== null} keys />}
      chooseBase={
        <label className="inline">
          {t('protocols.compareWith')}
          <select value={compared} onChange={(event) => setCompared(event.target.value)}>
            {texts.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id} {one.name}
              </option>
            ))}
          </select>
        </label>
      }
      actions={
        <>
          <button
            type="button"
            className="btn small"
            disabled={!draft.file}
            onClick={() => keepFile(`${id.replace('@', '-')}.json`, draft.text)}
          >
            {t('protocols.saveFile')}
          </button>
          <button type="button" className="btn small" onClick={() => void stop()}>
            {t('protocols.stop')}
          </button>
          {mayWrite && (
            <button type="button" className="btn p small" disabled={!canSave} onClick={() => void save()}>
              {t('more.protocols.saveDraft')} <kbd>Ctrl S</kbd>
            </button>
          )}
        </>
      }
    />
  );
}
