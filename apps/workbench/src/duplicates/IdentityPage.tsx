import { useQuery } from '@apollo/client/react';
import {
  IdentityTuningDocument,
  type IdentityTuningQuery,
  SetIdentityThresholdsDocument,
  SetIdentityWeightsDocument,
} from '@tracewright/api-client';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { useSettled } from '../parts/use-settled.js';
import { When } from '../parts/When.js';
import { IdentityVersions } from './IdentityVersions.js';
import { LabelsFile, type LabelsFrom } from './LabelsFile.js';
import { PrecisionRecall } from './PrecisionRecall.js';
import { WeightTable } from './WeightTable.js';
import './identity.css';

export type Tuning = IdentityTuningQuery['identityTuning'];
interface Tried {
  readonly match: number;
  readonly review: number;
}
/** Bits by `part.level`; what is not named is the profile's own. */
export type SetBits = Readonly<Record<string, number>>;

const setNow = ({ weights }: Tuning): SetBits =>
  Object.fromEntries(weights.flatMap(({ part, level, set }) => (set === null || set === undefined ? [] : [[`${part}.${level}`, set]])));
const inputOf = (bits: SetBits) =>
  Object.entries(bits).map(([name, value]) => ({ part: name.split('.')[0]!, level: name.split('.')[1]!, bits: value }));

/** Where the identity engine draws its lines and what it gives: labels, the curve over them, what moved thresholds and weights would change, then saved. */
export default function IdentityPage() {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const [tried, setTried] = useState<Tried | null>(null);
  const [bits, setBits] = useState<SetBits | null>(null);
  const [labels, setLabels] = useState<LabelsFrom>('desk');
  const [askedTried, askedBits] = [useSettled(tried), useSettled(bits)];
  const { data, previousData, error, refetch } = useQuery(IdentityTuningDocument, {
    variables: { ...askedTried, ...(askedBits ? { weights: inputOf(askedBits) } : {}), labels },
  });
  useLive(['duplicates'], () => void refetch());
  const tuning = (data ?? previousData)?.identityTuning;
  if (!tuning) return <Loading error={error} again={() => void refetch()} />;
  const now = tried ?? tuning.now;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(SetIdentityThresholdsDocument, { ...now }, { topics: ['duplicates'], done: t('more.identity.saved') });
    if (done) setTried(null);
  };
  const saveWeights = async (chosen: SetBits) => {
    const reason = await ask({ title: t('more.identity.saveWeights'), reason: t('more.identity.reason'), ok: t('more.identity.save') });
    if (reason === null) return;
    const done = await act(
      SetIdentityWeightsDocument,
      { weights: inputOf(chosen), reason },
      { topics: ['duplicates'], done: t('more.identity.weightsSaved') },
    );
    if (done) setBits(null);
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
    <div className="page identity">
      <h1>{t('frame.desk.identity')}</h1>
      {/* The step is for the arrow keys: 0.999 lies between two of them, and may be saved all the same. */}
      <form className="panel" noValidate onSubmit={(event) => void save(event)}>
        <h2>{t('more.identity.thresholds', { profile: tuning.profile })}</h2>
        <div className="inline thresholds">
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
        <LabelsFile tuning={tuning} from={labels} onFrom={setLabels} onRead={() => void refetch()} />
        {tuning.labels === 0 ? (
          <p className="muted">{t('more.identity.noLabels')}</p>
        ) : (
          <PrecisionRecall curve={tuning.curve} match={now.match} review={now.review} />
        )}
      </section>
      <WeightTable
        tuning={tuning}
        bits={bits ?? setNow(tuning)}
        changed={bits !== null}
        match={now.match}
        onBits={setBits}
        onSave={(chosen) => void saveWeights(chosen)}
      />
      <IdentityVersions former={tuning.former} />
    </div>
  );
}
