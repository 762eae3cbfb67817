import { useQuery } from '@apollo/client/react';
import { ContactCardDocument, type ContactCardQuery } from '@tracewright/api-client';
import { markOf, mayStep } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { Mark } from '../parts/marks.js';
import { PhoneNumber } from '../parts/PhoneNumber.js';
import { Clock } from '../parts/When.js';
import { Needs, SexAge, usePersonName } from '../parts/Who.js';
import { Determinations, History, ManagementSection, OverlapSection } from './card-sections.js';
import { useStanding } from './review-word.js';
import type { ContactSteps } from './use-contact-steps.js';

export type Card = NonNullable<ContactCardQuery['contactCard']>;

/** Why is this person here: one sentence first, then everything it rests on. */
export function ContactCard({ id, steps, onClose }: { readonly id: string; readonly steps: ContactSteps; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const standing = useStanding();
  const nameOf = usePersonName();
  const { data, error, refetch } = useQuery(ContactCardDocument, { variables: { id }, fetchPolicy: 'network-only' });
  useLive(['contacts', 'pushes', 'transfer'], () => void refetch());
  useCommands([{ id: 'close-card', label: { zh: '关闭卡片', en: 'Close the card' }, keys: 'Escape', run: onClose }]);
  const card = data?.contactCard;
  if (!card)
    return (
      <aside className="card" aria-label={t('contacts.card')}>
        <Loading error={error ?? (data ? new Error(t('contacts.nobody')) : undefined)} again={() => void refetch()} />
      </aside>
    );
  const { contact } = card;
  return (
    <aside className="card" aria-label={t('contacts.card')}>
      <header>
        <div className="row-between">
          <h1>
            <Mark kind={markOf(contact.cls)} /> {nameOf(contact.person)} <SexAge person={contact.person} />
          </h1>
          <span className="inline">
            {standing(contact)} <Clock due={contact.dueAt} since={contact.identifiedAt} />
            <button type="button" className="plain" aria-label={t('frame.close')} onClick={onClose}>
              ×
            </button>
          </span>
        </div>
        <div className="inline sub">
          <span className="num">{contact.person.documents.map((one) => one.no).join(' ')}</span> <PhoneNumber person={contact.person} />
        </div>
        <div className="sub">
          {[contact.areaName, contact.person.address].filter(Boolean).join(' · ')} <Needs needs={contact.person.needs} />
        </div>
      </header>
      <p className={`sentence ${markOf(contact.cls)}`}>{card.sentence[lang]}</p>
      <OverlapSection card={card} />
      <Determinations card={card} />
      {card.unknowns.length > 0 && (
        <section>
          <h2>{t('contacts.unknowns')}</h2>
          <ol>
            {card.unknowns.map((unknown) => (
              <li key={unknown.en}>{unknown[lang]}</li>
            ))}
          </ol>
        </section>
      )}
      <ManagementSection card={card} onChanged={() => void refetch()} />
      {card.household.length > 0 && (
        <section>
          <h2>{t('contacts.household')}</h2>
          <p>
            {card.household.map((person) => (
              <span key={person.id}>
                {person.name} <SexAge person={person} />
                {'　'}
              </span>
            ))}
          </p>
        </section>
      )}
      <History card={card} />
      <footer className="inline">
        {steps.steps
          .filter((step) => mayStep(step.step, contact))
          .map((step) => (
            <button
              key={step.step}
              type="button"
              className={step.step === 'push' || step.step === 'accept' ? 'btn p' : 'btn'}
              onClick={() => steps.onOne(step.step, contact)}
            >
              {t(`contacts.step.${step.step}`)} <kbd>{step.key}</kbd>
            </button>
          ))}
      </footer>
    </aside>
  );
}
