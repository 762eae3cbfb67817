import { useQuery } from '@apollo/client/react';
import { IdentityTuningDocument, type IdentityTuningQuery, SetIdentityThresholdsDocument } from '@tracewright/api-client';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { Loading } from '../parts/Loading.js';
import { useSettled } from '../parts/use-settled.js';
import { When } from '../parts/When.js';
import { PrecisionRecall } from './PrecisionRecall.js';
import './duplicates.css';

type Tuning = IdentityTuningQuery['identityTuning'];
interface Tried {
  readonly match: number;
  readonly review: number;
}

/** Where the identity engine draws its lines: what people decided as labels, the curve over them, what moved thresholds would change, then saved. */
export default function IdentityPage() {
  const { t } = useTranslation();
  const act = useAct();
  const [tried, setTried] = useState<Tried | null>(null);
  const asked = useSettled(tried);
  const { data, previousData, error, refetch } = useQuery(IdentityTuningDocument, { variables: asked ?? {} });
  useLive(['duplicates'], () => void refetch());
  const tuning = (data ?? previousData)?.identityTuning;
  if (!tuning) return <Loading error={error} again={() => void refetch()} />;
  const now = tried ?? tuning.now;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(SetIdentityThresholdsDocument, now, { topics: ['duplicates'], done: t('more.identity.saved') });
    if (done) setTried(null);
  };
  const line = (name: keyof Tried) => (
    <label className="field">
      <span>{t(`more.identity.${name}`)}</span>
      <input
        type="number"
        min={0.01}
        max={0.999}
        step={0.005}
        value={now[name]}
        onChange={(event) => setTried({ ...now, [name]: Number(event.target.value) })}
      />
    </label>
  );
  return (
    <div className="page">
      <h1>{t('frame.desk.identity')}</h1>
      <form className="panel" onSubmit={(event) => void save(event)}>
        <h2>{t('more.identity.thresholds', { profile: tuning.profile })}</h2>
        <div className="inline">
          {line('match')}
          {line('review')}
          <p role="status">{t('more.identity.tried', { ...tuning.tried })}</p>
          <button type="button" className="btn" onClick={() => setTried(tuning.own)}>
            {t('more.identity.own', { ...tuning.own })}
          </button>
          <button type="submit" className="btn p" disabled={tried === null}>
            {t('more.identity.save')}
          </button>
        </div>
        <p className="muted">
          {tuning.setBy === null ? t('more.identity.nobody') : t('more.identity.setBy', { name: tuning.setBy })}{' '}
          {tuning.setAt && <When at={tuning.setAt} />}
        </p>
      </form>
      <section className="panel">
        <h2>{t('more.identity.labels', { n: tuning.labels, same: tuning.same })}</h2>
        {tuning.labels === 0 ? (
          <p className="muted">{t('more.identity.noLabels')}</p>
        ) : (
          <PrecisionRecall curve={tuning.curve} match={now.match} review={now.review} />
        )}
      </section>
      <Weights weights={tuning.weights} />
    </div>
  );
}

/** What each level gives, in the words of the review queue. */
function Weights({ weights }: { readonly weights: Tuning['weights'] }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('more.identity.weights')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('more.identity.field')}</th>
            <th>{t('more.identity.level')}</th>
            <th className="num">{t('more.identity.m')}</th>
            <th className="num">{t('more.identity.u')}</th>
            <th className="num">{t('more.identity.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ part, level, m, u, bits }, i) => (
            <tr key={`${part}.${level}`}>
              <td>{weights[i - 1]?.part === part ? '' : t(`more.identity.part.${part}`)}</td>
              <td>{t(`more.duplicates.level.${part}.${level}`)}</td>
              <td className="num">{m}</td>
              <td className="num">{u}</td>
              <td className="num">{bits.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
