import type { PushBitsFragment, ReceiverListQuery } from '@tracewright/api-client';
import { PUSH, PUSH_OUTCOMES } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { ClassMark } from '../parts/marks.js';
import { PhoneNumber } from '../parts/PhoneNumber.js';
import { Clock } from '../parts/When.js';
import { Needs, SexAge, usePersonName } from '../parts/Who.js';
import { OutcomeForm } from './OutcomeForm.js';
import type { UnsentOutcomes } from './use-unsent.js';

interface Props {
  readonly door: ReceiverListQuery['receiverList'][number];
  readonly no: number;
  readonly of: number;
  readonly unsent: UnsentOutcomes;
  readonly onList: () => void;
  readonly onNext: (() => void) | null;
  readonly onFormer: (() => void) | null;
}

/** One door a screen: one call, and an outcome for each of its people. */
export function Door({ door, no, of, unsent, onList, onNext, onFormer }: Props) {
  const { t } = useTranslation();
  return (
    <section className="door" aria-label={t('push.received.door')}>
      <header className="row-between">
        <div>
          <h1>{door.address ?? t('push.received.noAddress')}</h1>
          <span className="sub">{door.areaName}</span>
        </div>
        <span className="sub">{t('push.received.doorNo', { no, of })}</span>
      </header>
      {door.items.map((push) => (
        <PersonAtDoor key={push.id} push={push} unsent={unsent} />
      ))}
      <p className="muted why">{t('push.received.notShown')}</p>
      <nav className="door-nav">
        <button type="button" className="btn" disabled={!onFormer} onClick={() => onFormer?.()}>
          ‹ {t('push.received.former')}
        </button>
        <button type="button" className="btn" onClick={onList}>
          {t('push.received.list')}
        </button>
        <button type="button" className="btn" disabled={!onNext} onClick={() => onNext?.()}>
          {t('push.received.next')} ›
        </button>
      </nav>
    </section>
  );
}

function PersonAtDoor({ push, unsent }: { readonly push: PushBitsFragment; readonly unsent: UnsentOutcomes }) {
  const { t } = useTranslation();
  const lang = useLang();
  const nameOf = usePersonName();
  const [again, setAgain] = useState(false);
  const waiting = unsent.ids.has(push.id);
  const settled = push.state === 'CONTROLLED' || push.state === 'CLOSED';
  const done = (settled || waiting) && !again;
  return (
    <article className="person" aria-label={nameOf(push.person)}>
      <div className="row-between">
        <h2 className="person-name">
          {nameOf(push.person)} <SexAge person={push.person} />
        </h2>
        {!settled && <Clock due={push.dueAt} />}
      </div>
      <div className="inline">
        <ClassMark cls={push.cls} /> <Needs needs={push.person.needs} />
        {push.doubtful && <span className="warn">{t('push.received.doubtful')}</span>}
      </div>
      <PhoneNumber person={push.person} big />
      {push.attempts.length > 0 && (
        <p className="muted">
          {t('push.received.tries', { n: push.attempts.length })} {wordOf(PUSH_OUTCOMES, push.attempts.at(-1)?.outcome, lang)}
        </p>
      )}
      {done ? (
        <p className={waiting ? 'warn outcome-done' : 'ok outcome-done'}>
          ✓ {waiting ? t('push.received.notSentYet') : `${wordOf(PUSH, push.state, lang)} · ${wordOf(PUSH_OUTCOMES, push.outcome, lang)}`}
        </p>
      ) : (
        <OutcomeForm
          push={push}
          onRecord={(input) => {
            setAgain(false);
            unsent.record(input);
          }}
        />
      )}
    </article>
  );
}
