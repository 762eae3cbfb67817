import { useQuery } from '@apollo/client/react';
import { ContactsDocument, ReviewContactsDocument, SendNowDocument } from '@tracewright/api-client';
import { mayStep } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useReviewWord } from '../contacts/review-word.js';
import { useAsk } from '../parts/Ask.js';
import { CertaintyMark, ClassMark } from '../parts/marks.js';
import { useSay } from '../parts/Toasts.js';
import { Who } from '../parts/Who.js';

/** The case's own contacts: accept what is new, verify what is only possible, and pass it on while the case is still open. */
export function CaseContacts({ caseId, editable }: { readonly caseId: string; readonly editable: boolean }) {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const say = useSay();
  const reviewWord = useReviewWord();
  const [view, setView] = useState('new');
  const variables = { first: 300, filter: { caseId, view } };
  const { data, refetch } = useQuery(ContactsDocument, { variables });
  useLive(['contacts', 'cases'], () => void refetch());
  const page = data?.contacts;
  const count = (key: string) => page?.counts.find((one) => one.view === key)?.count ?? 0;
  const topics = ['contacts', 'cases'] as const;
  const step = async (name: string, ids: string[] | null, reason: string | null = null) => {
    const input = { step: name, reason, ...(ids ? { contactIds: ids } : { filter: { caseId, view: 'new' } }) };
    const done = await act(ReviewContactsDocument, { input }, { topics });
    if (done)
      say(
        done.done.length > 0 ? 'done' : 'problem',
        t('contacts.reviewed', { n: done.done.length }) +
          done.skipped
            .map((one) => ` ${one.message}`)
            .slice(0, 3)
            .join(''),
      );
  };
  const withReason = async (name: 'confirm' | 'exclude', id: string, who: string) => {
    const reason = await ask({ title: `${t(`contacts.step.${name}`)} ${who}`, reason: t('cases.reason'), ok: t(`contacts.step.${name}`) });
    if (reason) await step(name, [id], reason);
  };
  const acceptAll = async () => {
    if (
      (await ask({
        title: t('contacts.confirmStep', { step: t('contacts.step.accept'), n: count('new') }),
        ok: `${t('contacts.step.accept')} ${count('new')}`,
      })) !== null
    )
      await step('accept', null);
  };
  const send = async () => {
    const sent = await act(SendNowDocument, { caseId }, { topics });
    if (sent) say('done', t('cases.sentNow', { n: sent.count }));
  };
  return (
    <>
      <div className="inline">
        {(['new', 'to-verify', 'all'] as const).map((key) => (
          <button key={key} type="button" className="btn small" aria-pressed={view === key} onClick={() => setView(key)}>
            {t(`contacts.view.${key}`)} {count(key)}
          </button>
        ))}
      </div>
      {editable && (
        <div className="inline">
          <button type="button" className="btn p" disabled={count('new') === 0} onClick={() => void acceptAll()}>
            {t('cases.acceptAll', { n: count('new') })}
          </button>
          <button type="button" className="btn" onClick={() => void send()}>
            {t('cases.sendNow')}
          </button>
        </div>
      )}
      <ul className="case-contacts">
        {page?.nodes.map((contact) => (
          <li key={contact.id}>
            <div className="row-between">
              <Link to={`/contacts?caseId=${caseId}&card=${contact.id}`}>
                <Who person={contact.person} />
              </Link>
              <span className="inline">
                <ClassMark cls={contact.cls} /> <CertaintyMark cls={contact.cls} certainty={contact.certainty} />
              </span>
            </div>
            <div className="row-between">
              <span className="sub">
                {contact.placeName} · {reviewWord(contact.review)}
              </span>
              {editable && (
                <span className="inline">
                  {mayStep('accept', contact) && (
                    <button type="button" className="link" onClick={() => void step('accept', [contact.id])}>
                      {t('contacts.step.accept')}
                    </button>
                  )}
                  {contact.review === 'POSSIBLE' && (
                    <button
                      type="button"
                      className="link"
                      onClick={() => void withReason('confirm', contact.id, contact.person.name ?? '')}
                    >
                      {t('contacts.step.confirm')}
                    </button>
                  )}
                  {mayStep('exclude', contact) && (
                    <button
                      type="button"
                      className="link"
                      onClick={() => void withReason('exclude', contact.id, contact.person.name ?? '')}
                    >
                      {t('contacts.step.exclude')}
                    </button>
                  )}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {page && page.nodes.length === 0 && <p className="quiet">{t('contacts.nobody')}</p>}
    </>
  );
}
