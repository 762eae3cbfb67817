import type { PushBitsFragment, RecordOutcomeInput } from '@tracewright/api-client';
import { PUSH_OUTCOMES, type PushOutcome } from '@tracewright/epi-core';
import { NEED_WORDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { AreaPicker } from '../parts/AreaPicker.js';

interface Props {
  readonly push: PushBitsFragment;
  readonly onRecord: (input: RecordOutcomeInput) => void;
}

const FIRST: readonly PushOutcome[] = ['ALREADY_ISOLATED', 'MOVED_AWAY', 'WRONG_ADDRESS', 'NO_ANSWER', 'REFUSED', 'CANNOT_BE_MOVED'];
const OTHERS: readonly PushOutcome[] = ['NOT_FOUND', 'WRONG_IDENTITY', 'IN_HOSPITAL', 'BECAME_POSITIVE', 'DISPUTES', 'DIED'];
const NEEDS_NOTE: ReadonlySet<PushOutcome> = new Set(['CANNOT_BE_MOVED', 'REFUSED', 'DISPUTES', 'WRONG_IDENTITY', 'ALREADY_ISOLATED']);

/** An outcome is one tap; those that need a word or a place ask for it before they are recorded. */
export function OutcomeForm({ push, onRecord }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const [needs, setNeeds] = useState<readonly string[]>(push.person.needs);
  const [asked, setAsked] = useState<PushOutcome | null>(null);
  const [note, setNote] = useState('');
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const changedNeeds = needs.join() !== push.person.needs.join();
  const record = (outcome: PushOutcome) =>
    onRecord({
      pushId: push.id,
      outcome,
      note: note.trim() || null,
      ...(outcome === 'MOVED_AWAY' ? { movedToAreaId: movedTo } : {}),
      ...(changedNeeds ? { needs: [...needs] } : {}),
    });
  const press = (outcome: PushOutcome) =>
    NEEDS_NOTE.has(outcome) || outcome === 'MOVED_AWAY' || outcome === 'DIED' || outcome === 'BECAME_POSITIVE'
      ? setAsked(outcome)
      : record(outcome);
  const ready = asked !== null && (!NEEDS_NOTE.has(asked) || note.trim() !== '') && (asked !== 'MOVED_AWAY' || movedTo !== null);
  return (
    <div className="outcomes">
      <fieldset className="needs-asked">
        <legend>{t('push.received.needs')}</legend>
        {Object.entries(NEED_WORDS).map(([key, words]) => (
          <label key={key} className="need">
            <input
              type="checkbox"
              checked={needs.includes(key)}
              onChange={() => setNeeds(needs.includes(key) ? needs.filter((one) => one !== key) : [...needs, key])}
            />{' '}
            {words[lang]}
          </label>
        ))}
      </fieldset>
      <h3>{t('push.received.outcome')}</h3>
      <button type="button" className="btn ok big" onClick={() => record('AT_HOME_CONTROLLED')}>
        ✓ {t('push.received.atHome')}
      </button>
      <div className="outcome-grid">
        {FIRST.map((outcome) => (
          <OutcomeButton key={outcome} outcome={outcome} pressed={asked === outcome} onPress={() => press(outcome)} />
        ))}
      </div>
      <details>
        <summary>{t('push.received.others')}</summary>
        <div className="outcome-grid">
          {OTHERS.map((outcome) => (
            <OutcomeButton key={outcome} outcome={outcome} pressed={asked === outcome} onPress={() => press(outcome)} />
          ))}
        </div>
      </details>
      {asked && (
        <div className="asked">
          {asked === 'MOVED_AWAY' && (
            <div className="field">
              <span>{t('push.received.movedTo')}</span>
              <AreaPicker label={t('push.received.movedTo')} value={movedTo} onChange={setMovedTo} first />
            </div>
          )}
          <label className="field">
            <span>{t('push.received.note')}</span>
            <input value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          <button type="button" className="btn p big" disabled={!ready} onClick={() => record(asked)}>
            {t('push.received.record', { outcome: PUSH_OUTCOMES[asked][lang] })}
          </button>
        </div>
      )}
    </div>
  );
}

function OutcomeButton({
  outcome,
  pressed,
  onPress,
}: {
  readonly outcome: PushOutcome;
  readonly pressed: boolean;
  readonly onPress: () => void;
}) {
  const lang = useLang();
  return (
    <button type="button" className="btn tall" aria-pressed={pressed} onClick={onPress}>
      {PUSH_OUTCOMES[outcome][lang]}
    </button>
  );
}
