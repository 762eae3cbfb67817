import { useQuery } from '@apollo/client/react';
import { LedgerDocument, type LedgerQuery } from '@tracewright/api-client';
import { formatInstant, HOUR } from '@tracewright/epi-core';
import { CLASS_WORDS, dayAndTime, withParams, wordOf } from '@tracewright/workbench-model';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLive } from '../app/live.js';
import { useLang, useNow, useSession } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { LedgerPeople } from './LedgerPeople.js';
import './ledger.css';

type Ledger = LedgerQuery['ledger'];
/** Hours the slider reaches back. */
const HOURS_BACK = 72;
/** Each class has equations of its own; their sum comes first. */
const CLASSES = ['CLOSE', 'SECOND'] as const;

/** Is everybody somewhere: equations that balance, green or red; every figure opens its people, as of any past hour. */
export default function LedgerPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const { tz } = useSession();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const back = Math.min(Number(params.get('back') ?? 0), HOURS_BACK);
  const asOf = back === 0 ? null : formatInstant(Math.floor(now / HOUR) * HOUR - (back - 1) * HOUR, tz);
  const cls = CLASSES.find((one) => one === params.get('class')) ?? null;
  const { data, previousData, error, refetch } = useQuery(LedgerDocument, { variables: { asOf, cls } });
  useLive(['ledger', 'contacts', 'pushes', 'transfer'], () => back === 0 && void refetch());
  const set = (changes: Record<string, string | null>) => setParams((old) => withParams(old, changes), { replace: true });
  const ledger = (data ?? previousData)?.ledger;
  if (!ledger) return <Loading error={error} again={() => void refetch()} />;
  const [figure, differing] = [params.get('figure'), params.get('differing')];
  return (
    <div className="page ledger">
      <div className="page-head">
        <h1>{t('frame.desk.ledger')}</h1>
        <span>
          {t('frame.asOf')} <b className="num">{dayAndTime(ledger.asOf, tz)}</b>
        </span>
        <input
          type="range"
          aria-label={t('push.ledger.slider')}
          aria-valuetext={dayAndTime(ledger.asOf, tz)}
          min={-HOURS_BACK}
          max={0}
          value={-back}
          onChange={(event) => set({ back: event.target.value === '0' ? null : String(-Number(event.target.value)) })}
        />
        <select aria-label={t('contacts.column.class')} value={cls ?? ''} onChange={(event) => set({ class: event.target.value || null })}>
          <option value="">{t('contacts.anyClass')}</option>
          {CLASSES.map((one) => (
            <option key={one} value={one}>
              {CLASS_WORDS[one]?.[lang]}
            </option>
          ))}
        </select>
        {back > 0 && (
          <button type="button" className="btn small" onClick={() => set({ back: null })}>
            {t('push.ledger.now')}
          </button>
        )}
        <span className="sp" />
        <b className={ledger.closed ? 'ok closed-word' : 'late closed-word'} role="status">
          {ledger.closed ? `✓ ${t('push.ledger.closed')}` : `✕ ${t('push.ledger.notClosed')}`}
        </b>
      </div>
      <Equations ledger={ledger} open={(what) => set({ figure: null, differing: null, ...what })} />
      {ledger.left.length > 0 && (
        <p className="sub">
          {t('push.ledger.left')}{' '}
          {ledger.left.map((one) => `${t(`push.ledger.leftBy.${one.kind}`, { defaultValue: one.kind })} ${one.people}`).join(' · ')}
        </p>
      )}
      {cls === null && !figure && !differing && (
        <div className="by-class">
          {CLASSES.map((one) => (
            <OfClass key={one} cls={one} asOf={asOf} open={(what) => set({ ...what, class: one })} />
          ))}
        </div>
      )}
      {(figure || differing) && (
        <LedgerPeople
          key={cls ?? 'both'}
          asOf={asOf}
          initialClass={cls}
          figure={figure}
          differing={differing}
          onClose={() => set({ figure: null, differing: null })}
        />
      )}
    </div>
  );
}

interface EquationsProps {
  readonly ledger: Ledger;
  readonly open: (what: { figure: string } | { differing: string }) => void;
}

const Equations = ({ ledger, open }: EquationsProps) => (
  <div className="equations">
    {ledger.lines.map((line) => (
      <Equation
        key={line.id}
        line={line}
        ledger={ledger}
        onFigure={(figure) => open({ figure })}
        onDiffering={() => open({ differing: line.id })}
      />
    ))}
  </div>
);

/** The same equations for one class alone. */
function OfClass({ cls, asOf, open }: Pick<EquationsProps, 'open'> & { readonly cls: string; readonly asOf: string | null }) {
  const lang = useLang();
  const { data, previousData, refetch } = useQuery(LedgerDocument, { variables: { asOf, cls } });
  useLive(['ledger', 'contacts', 'pushes', 'transfer'], () => asOf === null && void refetch());
  const ledger = (data ?? previousData)?.ledger;
  return (
    <section aria-label={wordOf(CLASS_WORDS, cls, lang)}>
      <h2>
        <ClassMark cls={cls} />
      </h2>
      {ledger && <Equations ledger={ledger} open={open} />}
    </section>
  );
}

interface EquationProps {
  readonly line: Ledger['lines'][number];
  readonly ledger: Ledger;
  readonly onFigure: (figure: string) => void;
  readonly onDiffering: () => void;
}

function Equation({ line, ledger, onFigure, onDiffering }: EquationProps) {
  const { t } = useTranslation();
  const people = (figure: string) => ledger.counts.find((one) => one.figure === figure)?.people ?? 0;
  const term = (figure: string) => (
    <span className="term">
      {t(`push.ledger.figure.${figure}`)}{' '}
      <button
        type="button"
        className="figure num"
        onClick={() => onFigure(figure)}
        aria-label={`${t(`push.ledger.figure.${figure}`)} ${people(figure)}`}
      >
        {people(figure).toLocaleString()}
      </button>
    </span>
  );
  return (
    <div className={line.closed ? 'equation' : 'equation open'} role="group" aria-label={t(`push.ledger.figure.${line.total}`)}>
      {term(line.total)}
      <b className={line.closed ? '' : 'late'}>{line.closed ? '=' : '≠'}</b>
      {line.plus.map((figure, i) => (
        <Fragment key={figure}>
          {i > 0 && <span className="muted">+</span>}
          {term(figure)}
        </Fragment>
      ))}
      {line.minus.map((figure) => (
        <Fragment key={figure}>
          <span className="muted">−</span>
          {term(figure)}
        </Fragment>
      ))}
      <span className="sp" />
      {line.closed ? (
        <span className="ok">✓ {t('push.ledger.balances')}</span>
      ) : (
        <button type="button" className="btn small late" onClick={onDiffering}>
          ✕ {t('push.ledger.differing', { n: line.differing })}
        </button>
      )}
    </div>
  );
}
