import { type Example, type FieldChange, fileIn, keyOf, pathIn } from '@tracewright/workbench-model';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.js';
import { useLang } from '../app/session.js';
import { ChangeList } from './ChangeList.js';
import { useFieldWords } from './field-words.js';
import { goToField } from './go-to-field.js';
import { ProtocolForm } from './ProtocolForm.js';
import { Timeline } from './Timeline.js';
import { type Draft, DraftRoom } from './use-draft.js';

const TABS = ['form', 'text', 'changes'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  readonly draft: Draft;
  /** The text it is compared with, and the choice of another one. */
  readonly base: string;
  readonly chooseBase: ReactNode;
  readonly example: Example;
  readonly onExample: (example: Example) => void;
  /** What the draft would change, beside it. */
  readonly trying: ReactNode;
  /** What is done with the draft as a whole. */
  readonly actions: ReactNode;
}

/** A draft as a form and as text, with its problems, the days of an example and what differs from where it came from. */
export function ProtocolEditor({ draft, base, chooseBase, example, onExample, trying, actions }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const [tab, setTab] = useState<Tab>('form');
  const { place } = useFieldWords();
  const was = fileIn(base);
  useCommands([
    { id: 'protocol-undo', label: { zh: '撤销', en: 'Undo' }, keys: 'Ctrl+Z', when: () => draft.canUndo, run: draft.undo },
    { id: 'protocol-redo', label: { zh: '重做', en: 'Redo' }, keys: 'Ctrl+Y', when: () => draft.canRedo, run: draft.redo },
  ]);
  const go = (field: string) => {
    setTab('form');
    requestAnimationFrame(() => goToField(field));
  };
  return (
    <DraftRoom value={draft}>
      <div className="editor-bar">
        <div className="tabs" role="tablist" aria-label={t('protocols.editor')}>
          {TABS.map((one) => (
            <button key={one} type="button" role="tab" aria-selected={tab === one} onClick={() => setTab(one)}>
              {t(`protocols.tab.${one}`)}
            </button>
          ))}
        </div>
        <span className="inline tight">
          <button type="button" className="btn small" disabled={!draft.canUndo} onClick={draft.undo}>
            {t('protocols.undo')} <kbd>Ctrl Z</kbd>
          </button>
          <button type="button" className="btn small" disabled={!draft.canRedo} onClick={draft.redo}>
            {t('protocols.redo')}
          </button>
          {actions}
        </span>
      </div>
      <div className="editor">
        <div className="editor-main" role="tabpanel" aria-label={t(`protocols.tab.${tab}`)}>
          {tab === 'form' && (draft.file ? <ProtocolForm /> : <p className="late">{t('protocols.mendText')}</p>)}
          {tab === 'text' && (
            <label className="field as-text">
              <span>{t('more.protocols.file')}</span>
              <textarea rows={28} spellCheck={false} value={draft.text} onChange={(event) => draft.write(event.target.value)} />
            </label>
          )}
          {tab === 'changes' && (
            <>
              {chooseBase}
              {was && draft.file && <ChangeList was={was} now={draft.file} onGo={(change: FieldChange) => go(keyOf(change.path))} />}
            </>
          )}
        </div>
        <div className="editor-side">
          {draft.problems.length > 0 && (
            <section className="problem-list" aria-label={t('more.protocols.problems')}>
              <h3 className="late">{t('protocols.problems', { n: draft.problems.length })}</h3>
              <ul>
                {draft.problems.map((problem) => (
                  <li key={`${problem.field} ${problem.en}`}>
                    <button type="button" className="link" onClick={() => go(problem.field)}>
                      {problem.field === 'protocol' ? t('protocols.tab.text') : place(pathIn(problem.field))}
                    </button>{' '}
                    <span className="late">{problem[lang]}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Timeline example={example} onExample={onExample} protocol={draft.protocol} />
          {trying}
        </div>
      </div>
    </DraftRoom>
  );
}
