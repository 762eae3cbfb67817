import { type NamedInput, NamePeopleDocument } from '@tracewright/api-client';
import { CLASS_WORDS, namedLines, RELATION_WORDS, spanOf } from '@tracewright/workbench-model';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import type { CaseSheetData } from './CaseHead.js';
import { DocumentHint } from './DocumentHint.js';
import { KnownHint } from './KnownHint.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly stayId: string | null;
  readonly onNamed: () => void;
}

/** Numbers looked up while a list is typed; a long pasted roll is answered as a whole when it is added. */
const MOST_LOOKED_UP = 12;

/** Adds one person or a pasted roll, a line each: name, phone, document and address in any order. */
export function NamePeople({ sheet, stayId, onNamed }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { tz } = useSession();
  const act = useAct();
  const [text, setText] = useState('');
  const [under, setUnder] = useState<string | null>(null);
  const [relation, setRelation] = useState('household');
  const [via, setVia] = useState('');
  const [cls, setCls] = useState('');
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<readonly string[]>([]);
  const chosen = under ?? stayId ?? '';
  const known = sheet.stays.some((stay) => stay.id === chosen) ? chosen : '';
  const people = namedLines(text);
  const add = async () => {
    const input = {
      caseId: sheet.case.id,
      people,
      ...(known ? { stayId: known } : { relation }),
      ...(via ? { viaPersonId: via } : {}),
      ...(cls ? { cls, reason: reason.trim() || null } : {}),
    };
    const named = await act(
      NamePeopleDocument,
      { input },
      { topics: ['cases', 'contacts'], done: t('cases.namedDone', { n: people.length }) },
    );
    if (!named) return;
    setAnswer([
      ...named.already.map(
        (one) =>
          t('cases.knownContact', { name: one.name, of: one.alreadyContactOf.map((no) => `#${no}`).join(' ') }) +
          (one.sentTo ? ` ${t('cases.knownSentTo', { area: one.sentTo })}` : ''),
      ),
      ...named.refused.map((one) => `${one.field}: ${one.message}`),
    ]);
    setText('');
    onNamed();
  };
  return (
    <form
      className="name-people"
      onSubmit={(event) => {
        event.preventDefault();
        if (people.length > 0) void add();
      }}
    >
      <label className="field">
        <span>{t('cases.under')}</span>
        <select value={known} onChange={(event) => setUnder(event.target.value)}>
          <option value="">{t('cases.underCase')}</option>
          {sheet.stays.map((stay) => (
            <option key={stay.id} value={stay.id}>
              {spanOf(stay.start, stay.end, tz)} {stay.placeName}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('cases.peopleLines')}</span>
        <textarea
          rows={Math.min(9, Math.max(3, text.split('\n').length + 1))}
          value={text}
          placeholder={t('cases.peopleHint')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.ctrlKey || people.length === 0) return;
            event.preventDefault();
            void add();
          }}
        />
      </label>
      {people.slice(0, MOST_LOOKED_UP).map((person: NamedInput) =>
        person.phone || person.docNo ? (
          <Fragment key={`${person.phone}-${person.docNo}`}>
            <DocumentHint docNo={person.docNo ?? null} onChoose={(docNo) => setText((old) => old.replace(person.docNo ?? docNo, docNo))} />
            <KnownHint phone={person.phone ?? null} docNo={person.docNo ?? null} />
          </Fragment>
        ) : null,
      )}
      <details>
        <summary>{t('cases.moreAboutThem')}</summary>
        {!known && (
          <label className="field">
            <span>{t('cases.relation')}</span>
            <select value={relation} onChange={(event) => setRelation(event.target.value)}>
              {Object.entries(RELATION_WORDS).map(([key, words]) => (
                <option key={key} value={key}>
                  {words[lang]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{t('cases.viaPerson')}</span>
          <select value={via} onChange={(event) => setVia(event.target.value)}>
            <option value="">{t('cases.viaNobody')}</option>
            {sheet.namings.map((naming) => (
              <option key={naming.id} value={naming.person.id}>
                {naming.person.name ?? naming.person.description}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('cases.classByHand')}</span>
          <select value={cls} onChange={(event) => setCls(event.target.value)}>
            <option value="">{t('cases.classByRule')}</option>
            {['CLOSE', 'SECOND', 'GENERAL'].map((key) => (
              <option key={key} value={key}>
                {CLASS_WORDS[key]?.[lang]}
              </option>
            ))}
          </select>
        </label>
        {cls && (
          <label className="field">
            <span>{t('cases.reason')}</span>
            <input value={reason} onChange={(event) => setReason(event.target.value)} required />
          </label>
        )}
      </details>
      <button type="submit" className="btn p" disabled={people.length === 0 || (cls !== '' && reason.trim() === '')}>
        {t('cases.nameThem', { n: people.length })} <kbd>Ctrl ⏎</kbd>
      </button>
      {answer.length > 0 && (
        <ul className="warn" role="status">
          {answer.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </form>
  );
}
