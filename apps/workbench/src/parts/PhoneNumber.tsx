import { OpenPhoneDocument, type PersonBitsFragment } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useSession } from '../app/session.js';

/** Masked until one tap, which is logged; then it dials. In the demo nothing dials (rulings 32). */
export function PhoneNumber({ person, big }: { readonly person: PersonBitsFragment; readonly big?: boolean }) {
  const { t } = useTranslation();
  const act = useAct();
  const { deployment } = useSession();
  const [open, setOpen] = useState<readonly string[] | null>(null);
  const numbers = open ?? person.phones;
  if (numbers.length === 0) return <span className="muted">{t('frame.noPhone')}</span>;
  const masked = open === null && numbers.some((number) => number.includes('*'));
  const show = async () => {
    const answer = await act(OpenPhoneDocument, { personId: person.id });
    if (answer) setOpen(answer.phones);
  };
  return (
    <span className={big ? 'phone big' : 'phone'}>
      <span className="num">{numbers.join(' ')}</span>
      {masked && (
        <button type="button" className={big ? 'btn p' : 'link'} onClick={show} aria-label={t('frame.showPhone')}>
          {big ? `☎ ${t('frame.call')}` : t('frame.showPhone')}
        </button>
      )}
      {open !== null && !deployment.demo && (
        <a className={big ? 'btn p' : 'link'} href={`tel:${open[0]}`}>
          ☎ {t('frame.call')}
        </a>
      )}
      {open !== null && deployment.demo && <span className="muted">{t('frame.demoNoDial')}</span>}
    </span>
  );
}
