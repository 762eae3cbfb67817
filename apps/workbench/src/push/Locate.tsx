import { useQuery } from '@apollo/client/react';
import { type ContactBitsFragment, ContactsDocument, SetAreaDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { AreaPicker } from '../parts/AreaPicker.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { Clock, useLate } from '../parts/When.js';
import { Who } from '../parts/Who.js';

/** Who must act is proposed from the words of the address; one key confirms, nothing is guessed in silence (rulings 22). */
export default function Locate() {
  const { t } = useTranslation();
  const late = useLate();
  const act = useAct();
  const { data, error, refetch } = useQuery(ContactsDocument, { variables: { first: 200, filter: { view: 'to-locate' } } });
  useLive(['contacts'], () => void refetch());
  const rows = data?.contacts.nodes ?? [];
  const [key, setKey] = useState<string | null>(null);
  const at = Math.max(
    rows.findIndex((row) => row.id === key),
    0,
  );
  const current = rows[at];
  const confirm = (contact: ContactBitsFragment, areaId: string | null) =>
    act(SetAreaDocument, { personId: contact.person.id, areaId }, { topics: ['contacts'], done: t('push.located') });
  const walk = (by: number) => setKey(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id ?? null);
  useCommands([
    {
      id: 'confirm-area',
      label: { zh: '确认建议的区域', en: 'Confirm the proposed area' },
      keys: 'Y',
      when: () => current?.person.proposedAreaId != null,
      run: () => current && void confirm(current, current.person.proposedAreaId),
    },
    { id: 'next', label: { zh: '下一人', en: 'Next person' }, keys: 'J', run: () => walk(1) },
    { id: 'previous', label: { zh: '上一人', en: 'Former person' }, keys: 'K', run: () => walk(-1) },
  ]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('frame.desk.locate')} <small>{data.contacts.total}</small>
        </h1>
        <span className="muted">
          <kbd>J</kbd> <kbd>K</kbd> {t('push.walk')} <kbd>Y</kbd> {t('push.confirmProposed')}
        </span>
      </div>
      <table>
        <thead>
          <tr>
            {(['person', 'class', 'address', 'proposed', 'other', 'due'] as const).map((name) => (
              <th key={name}>{t(`push.locate.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((contact, i) => (
            <tr
              key={contact.id}
              aria-selected={i === at}
              className={late(contact.dueAt) ? 'overdue' : ''}
              onClick={() => setKey(contact.id)}
            >
              <td>
                <Who person={contact.person} />
              </td>
              <td>
                <ClassMark cls={contact.cls} />
              </td>
              <td>
                <Address text={contact.person.address ?? ''} words={contact.person.proposedWords} />
              </td>
              <td>
                {contact.person.proposedAreaId ? (
                  <button type="button" className="btn small" onClick={() => void confirm(contact, contact.person.proposedAreaId)}>
                    ✓ {contact.person.proposedAreaName} <kbd>Y</kbd>
                  </button>
                ) : (
                  <span className="muted">{t('push.noProposal')}</span>
                )}
              </td>
              <td>
                <AreaPicker
                  label={t('push.locate.other')}
                  placeholder={t('push.locate.other')}
                  value={null}
                  onChange={(areaId) => areaId && void confirm(contact, areaId)}
                />
              </td>
              <td>
                <Clock due={contact.dueAt} since={contact.identifiedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="quiet">{t('push.everybodyLocated')}</p>}
    </div>
  );
}

/** The words that pointed to the proposed area, marked. */
function Address({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const word = words.find((one) => one !== '' && text.includes(one));
  if (!word) return <>{text || '—'}</>;
  const at = text.indexOf(word);
  return (
    <>
      {text.slice(0, at)}
      <mark>{word}</mark>
      {text.slice(at + word.length)}
    </>
  );
}
