import { useQuery } from '@apollo/client/react';
import { LedgerPeopleDocument } from '@tracewright/api-client';
import { CLASS_WORDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLang } from '../app/session.js';
import { useStanding } from '../contacts/review-word.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { When } from '../parts/When.js';
import { Who } from '../parts/Who.js';

interface Props {
  readonly asOf: string | null;
  /** The class the page shows; the list may look at the other one. */
  readonly initialClass: string | null;
  readonly figure: string | null;
  readonly differing: string | null;
  readonly onClose: () => void;
}

/** The people behind a figure, or behind the difference of an equation. */
export function LedgerPeople({ asOf, initialClass, figure, differing, onClose }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const standing = useStanding();
  const [cls, setCls] = useState<string | null>(initialClass);
  const { data, error, refetch } = useQuery(LedgerPeopleDocument, {
    variables: { asOf, figure, differing, cls },
    fetchPolicy: 'network-only',
  });
  const people = data?.ledgerPeople;
  return (
    <section className="panel" aria-label={t('push.ledger.people')}>
      <div className="row-between">
        <h2>
          {figure ? t(`push.ledger.figure.${figure}`) : t('push.ledger.differingTitle')} <span className="muted">{people?.length}</span>
        </h2>
        <span className="inline">
          <select aria-label={t('contacts.column.class')} value={cls ?? ''} onChange={(event) => setCls(event.target.value || null)}>
            <option value="">{t('contacts.anyClass')}</option>
            {['CLOSE', 'SECOND'].map((key) => (
              <option key={key} value={key}>
                {CLASS_WORDS[key]?.[lang]}
              </option>
            ))}
          </select>
          <button type="button" className="plain" aria-label={t('frame.close')} onClick={onClose}>
            ×
          </button>
        </span>
      </div>
      {!people && <Loading error={error} again={() => void refetch()} />}
      <table>
        <tbody>
          {people?.map((contact) => (
            <tr key={contact.id}>
              <td>
                <ClassMark cls={contact.cls} />
              </td>
              <td>
                <Link to={`/contacts?card=${contact.id}`}>
                  <Who person={contact.person} />
                </Link>
              </td>
              <td>{contact.areaName ?? t('contacts.toLocate')}</td>
              <td>{standing(contact)}</td>
              <td>
                <When at={contact.last} />
              </td>
              <td className="sub">{contact.caseNos.map((no) => `#${no}`).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
