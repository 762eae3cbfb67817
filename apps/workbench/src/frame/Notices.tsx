import { useQuery } from '@apollo/client/react';
import { NoticesDocument, ReadNoticesDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { When } from '../parts/When.js';
import { usePersonName } from '../parts/Who.js';

/** What the area was told: withdrawn, corrected, returned, closed, off a run. */
export function Notices({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct();
  const nameOf = usePersonName();
  const { data, refetch } = useQuery(NoticesDocument);
  useLive(['notices'], () => void refetch());
  const notices = data?.notices ?? [];
  const unread = notices.filter((notice) => notice.readAt === null).map((notice) => notice.id);
  return (
    <section className="notices" aria-label={t('frame.notices')}>
      <div className="row-between">
        <h2>{t('frame.notices')}</h2>
        <span>
          {unread.length > 0 && (
            <button type="button" className="link" onClick={() => act(ReadNoticesDocument, { ids: unread }, { topics: ['notices'] })}>
              {t('frame.readAll')}
            </button>
          )}
          <button type="button" className="plain" aria-label={t('frame.close')} onClick={onClose}>
            ×
          </button>
        </span>
      </div>
      {notices.length === 0 && <p className="quiet">{t('frame.noNotices')}</p>}
      <ul>
        {notices.map((notice) => (
          <li key={notice.id} className={notice.readAt === null ? 'unread' : ''}>
            <b>{t(`frame.notice.${notice.kind}`, { defaultValue: notice.kind })}</b> {notice.person && nameOf(notice.person)}
            {notice.note && <div className="sub">{notice.note}</div>}
            <When at={notice.at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
