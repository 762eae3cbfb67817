import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import type { SetBits, Tuning } from './IdentityPage.js';

interface Props {
  readonly tuning: Tuning;
  readonly bits: SetBits;
  /** Something is tried that is not saved. */
  readonly changed: boolean;
  /** One person from here on: what the labels say of it stands beside what is saved. */
  readonly match: number;
  readonly onBits: (bits: SetBits | null) => void;
  readonly onSave: (bits: SetBits) => void;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What each level gives, in the words of the review queue: moved by hand, and what is moved marked beside the profile's own. */
export function WeightTable({ tuning, bits, changed, match, onBits, onSave }: Props) {
  const { t } = useTranslation();
  // From nine in ten to one in a million: three figures of each.
  const chance = new Intl.NumberFormat(useLang(), { style: 'percent', maximumSignificantDigits: 3 });
  const { weights } = tuning;
  const measure = tuning.curve.find(({ threshold }) => threshold >= match);
  const without = (name: string): SetBits => Object.fromEntries(Object.entries(bits).filter(([one]) => one !== name));
  return (
    <section className="panel">
      <h2>{t('more.identity.weights')}</h2>
      <table className="weights" aria-label={t('more.identity.weights')}>
        <thead>
          <tr>
            <th>{t('more.identity.field')}</th>
            <th>{t('more.identity.level')}</th>
            <th className="num chance">{t('more.identity.m')}</th>
            <th className="num chance">{t('more.identity.u')}</th>
            <th className="num">{t('more.identity.ownBits')}</th>
            <th>{t('more.identity.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ part, level, m, u, bits: own }, i) => {
            const name = `${part}.${level}`;
            const set = bits[name];
            return (
              <tr key={name} className={set === undefined ? '' : 'moved'}>
                <td>{weights[i - 1]?.part === part ? '' : t(`more.identity.part.${part}`)}</td>
                <td>{t(`more.duplicates.level.${part}.${level}`)}</td>
                <td className="num chance">{chance.format(m)}</td>
                <td className="num chance">{chance.format(u)}</td>
                <td className="num">{own.toFixed(1)}</td>
                <td>
                  <input
                    type="number"
                    step={0.1}
                    min={-30}
                    max={30}
                    aria-label={`${t(`more.identity.part.${part}`)}: ${t(`more.duplicates.level.${part}.${level}`)}`}
                    value={set ?? Number(own.toFixed(1))}
                    onChange={(event) => onBits({ ...bits, [name]: Number(event.target.value) })}
                  />
                  {set !== undefined && (
                    <button type="button" className="link" onClick={() => onBits(without(name))}>
                      {t('more.identity.ownAgain')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={changed ? 'inline weights-save changed' : 'inline weights-save'}>
        <button type="button" className="btn p" disabled={!changed} onClick={() => onSave(bits)}>
          {t('more.identity.saveWeights')}
        </button>
        <button type="button" className="btn" disabled={!changed} onClick={() => onBits(null)}>
          {t('more.identity.asSaved')}
        </button>
        <button type="button" className="btn" disabled={Object.keys(bits).length === 0} onClick={() => onBits({})}>
          {t('more.identity.allOwn')}
        </button>
        {changed && (
          <span role="status">
            {t('more.identity.tried', { ...tuning.tried })}
            {measure &&
              ` · ${t('more.identity.precision')} ${percent(measure.precision)} · ${t('more.identity.recall')} ${percent(measure.recall)}`}
          </span>
        )}
      </div>
    </section>
  );
}
