import { useQuery } from '@apollo/client/react';
import { SearchDocument } from '@tracewright/api-client';
import { findCommands } from '@tracewright/workbench-model';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommandList } from '../app/commands.js';
import { useLang } from '../app/session.js';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

/** Everything that has a name: cases, people and places of the area, and every command. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(text);
  useEffect(() => dialog.current?.showModal(), []);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // After the dialog is gone, so that what is run may open one of its own.
    setTimeout(entry.run);
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('frame.search')}
      onClose={onClose}
      onPointerDown={(e) => e.target === dialog.current && onClose()}
    >
      <input
        type="search"
        aria-label={t('frame.search')}
        placeholder={t('frame.searchHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt((i) => Math.min(i + 1, entries.length - 1));
          else if (event.key === 'ArrowUp') setAt((i) => Math.max(i - 1, 0));
          else if (event.key === 'Enter') run(entries[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul role="listbox" aria-label={t('frame.found')}>
        {entries.map((entry, i) => (
          <li key={entry.id} role="option" aria-selected={i === at} onPointerDown={() => run(entry)}>
            <span>{entry.label}</span>
            <span className="muted">{entry.detail}</span>
          </li>
        ))}
        {entries.length === 0 && <li className="quiet">{t('frame.nothingFound')}</li>}
      </ul>
    </dialog>
  );
}

function useEntries(text: string): Entry[] {
  const { t } = useTranslation();
  const lang = useLang();
  const navigate = useNavigate();
  const commands = useCommandList();
  const wanted = useDeferredValue(text.trim());
  const { data } = useQuery(SearchDocument, { variables: { text: wanted }, skip: wanted === '', fetchPolicy: 'network-only' });
  const hits = wanted === '' ? [] : (data?.search ?? []);
  const open = (kind: string, id: string | null, title: string) => () => {
    if (kind === 'case' && id) navigate(`/cases/${id}`);
    else if (kind === 'contact' && id) navigate(`/contacts?card=${encodeURIComponent(id)}`);
    else if (kind === 'place') navigate(`/contacts?text=${encodeURIComponent(title)}`);
  };
  // Commands first: they are there at once, so what Enter takes does not change under the finger when the server answers.
  return [
    ...findCommands(text.trim(), commands())
      .filter((command) => command.id !== 'palette')
      .map((command) => ({ id: command.id, label: command.label[lang], detail: command.keys ?? '', run: command.run })),
    ...hits.map((hit, i) => ({
      id: `hit-${hit.id ?? i}`,
      label: hit.title,
      detail: `${t(`frame.hit.${hit.kind}`, { defaultValue: hit.kind })} ${hit.detail}`,
      run: open(hit.kind, hit.id, hit.title),
    })),
  ];
}
