import { dayOf } from '@tracewright/epi-core';
import { dayAndTime, weekday } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';

/** An invented outbreak must never be taken for a real one (rulings 1). */
export function DemoBanner() {
  const { t } = useTranslation();
  const { deployment, tz } = useSession();
  const now = useNow();
  const lang = useLang();
  if (!deployment.demo) return null;
  const day = dayOf(now, tz);
  return (
    <p className="demo-banner" role="note">
      {t('frame.demo', { clock: `${day} ${weekday(day, lang)} ${dayAndTime(new Date(now).toISOString(), tz).slice(6)}` })}
    </p>
  );
}
