import { ReleaseContactsDocument } from '@tracewright/api-client';
import { PUSH, REVIEW, ROLES } from '@tracewright/epi-core';
import { CLASS_WORDS, spanOf, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import { CertaintyMark, ClassMark, Sources } from '../parts/marks.js';
import { When } from '../parts/When.js';
import { usePersonName } from '../parts/Who.js';
import type { Card } from './ContactCard.js';
import { OverlapPicture } from './OverlapPicture.js';

type Determination = Card['determinations'][number];

/** The one the sentence speaks of comes first, then those of the same class, then the rest. */
const rankOf = (card: Card, one: Determination): number =>
  one.sentence.en === card.sentence.en ? 0 : one.cls === card.contact.cls ? 1 : 2;

const mainOf = (card: Card): Determination | undefined =>
  card.determinations.filter((one) => one.overlaps.length > 0).sort((a, b) => rankOf(card, a) - rankOf(card, b))[0];

/** At least and at most, in minutes; one number where they agree. */
function minutesBetween(...seconds: readonly number[]): string {
  return [...new Set(seconds.map((one) => Math.round(one / 60)))].join('–');
}

export function OverlapSection({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const { tz } = useSession();
  const nameOf = usePersonName();
  const main = mainOf(card);
  const met = main?.overlaps[0];
  if (!main || !met) return null;
  return (
    <section>
      <div className="row-between">
        <h2>
          {t('contacts.together')} {spanOf(met.caseFrom, met.caseTo, tz).slice(0, 5)}
        </h2>
        <span className="sub legend">
          ■ {t('contacts.sure')}　▨ {t('contacts.atMost')}
        </span>
      </div>
      <OverlapPicture
        met={met}
        caseName={main.viaName ?? t('cases.caseNo', { no: main.caseNo })}
        contactName={nameOf(card.contact.person)}
      />
    </section>
  );
}

export function Determinations({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { tz } = useSession();
  const { account } = useSession();
  return (
    <section>
      <h2>
        {t('contacts.exposures')} <span className="muted">{card.determinations.length}</span>
      </h2>
      <ul className="determinations">
        {[...card.determinations]
          .sort((a, b) => rankOf(card, a) - rankOf(card, b))
          .map((one) => (
            <li key={one.id} className={one.decision === 'EXCLUDED' ? 'excluded' : ''}>
              <div className="row-between">
                <span className="inline">
                  <ClassMark cls={one.cls} />{' '}
                  <CertaintyMark cls={one.cls} certainty={one.certainty} excluded={one.decision === 'EXCLUDED'} />
                  <b>#{one.caseNo}</b> {one.viaName && t('cases.via', { name: one.viaName })}
                </span>
                <span className="num sub minutes">
                  {one.secondsMax !== null && t('contacts.minutes', { span: minutesBetween(one.secondsMin ?? 0, one.secondsMax) })}
                </span>
              </div>
              <div className="sub">
                {spanOf(one.first, one.last, tz)} {one.placeName}{' '}
                <Sources sources={[...new Set(one.overlaps.flatMap((o) => [...o.caseSources, ...o.contactSources]))]} />
              </div>
              <div className="muted">
                {one.ruleLabel[lang]} · {one.protocolId}
                {one.decision && ` · ${t(`contacts.decision.${one.decision}`)} ${one.decidedBy ?? ''} ${one.reason ?? ''}`}
              </div>
            </li>
          ))}
      </ul>
      {account.role === 'tracer' && card.contact.changed && card.contact.changedTo && (
        <p className="warn">
          {t('contacts.proposal')}{' '}
          {card.contact.changedTo.cls ? wordOf(CLASS_WORDS, card.contact.changedTo.cls, lang) : t('contacts.noLonger')}{' '}
          {spanOf(card.contact.changedTo.first, card.contact.changedTo.last, tz)}
        </p>
      )}
    </section>
  );
}

export function ManagementSection({ card, onChanged }: { readonly card: Card; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const act = useAct();
  const { account } = useSession();
  const { management, contact } = card;
  if (!management) return null;
  const release = async () => {
    const done = await act(ReleaseContactsDocument, { contactIds: [contact.id] }, { topics: ['contacts'] });
    if (done) onChanged();
  };
  return (
    <section>
      <h2>{t('contacts.management')}</h2>
      <ul>
        {management.phases.map((phase) => (
          <li key={`${phase.kind}-${phase.from}`}>
            {t(`contacts.phase.${phase.kind}`, { defaultValue: phase.kind })} {phase.from.slice(5)}–{phase.until.slice(5)}
            <span className="sub">
              {' '}
              {phase.tests.map((test) => t('contacts.testOn', { day: test.day, on: test.on.slice(5) })).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="row-between">
        <span>
          {t('contacts.releaseOn')} <b>{management.releaseOn?.slice(5) ?? '—'}</b>{' '}
          {management.blocked && <span className="warn">{t('contacts.blocked')}</span>}
        </span>
        {account.role === 'database' && contact.observation !== null && !management.blocked && management.releaseOn && (
          <button type="button" className="link" onClick={() => void release()}>
            {t('contacts.release')}
          </button>
        )}
      </p>
    </section>
  );
}

export function History({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const lang = useLang();
  const state = (word: string | null) => (wordOf(REVIEW, word, lang) !== word ? wordOf(REVIEW, word, lang) : wordOf(PUSH, word, lang));
  return (
    <section>
      <h2>{t('contacts.historyTitle')}</h2>
      <ul className="events">
        {card.events.map((event) => (
          <li key={`${event.at}-${event.kind}-${event.became}`}>
            <When at={event.at} />{' '}
            <span>
              {event.by} <span className="muted">{wordOf(ROLES, event.role, lang)}</span>
            </span>{' '}
            <b>{t(`contacts.event.${event.kind}`, { defaultValue: event.kind })}</b>{' '}
            {event.became && event.became !== event.was ? `→ ${state(event.became)}` : ''}{' '}
            <span className="sub">{event.reason ?? event.note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
