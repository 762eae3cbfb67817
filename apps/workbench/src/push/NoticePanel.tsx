import { useQuery } from '@apollo/client/react';
import { type PushBoardQuery, PushNoticeDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { CopyText } from '../parts/Copy.js';

type Area = PushBoardQuery['pushBoard'][number];

/** Text for a chat group as the receiver will read it: count, deadline and link, and nothing of any person. */
export function NoticePanel({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  const lang = useLang();
  const told = area.areaId !== null && area.unacked + area.placing + area.placed > 0;
  const { data } = useQuery(PushNoticeDocument, { variables: { areaId: area.areaId ?? '' }, skip: !told, fetchPolicy: 'network-only' });
  return (
    <aside className="push-notice" aria-label={t('push.notice')}>
      <h2>
        {t('push.notice')} {area.areaName}
      </h2>
      <dl className="facts">
        <dt>{t('push.duty')}</dt>
        <dd>{area.dutyHolder ?? '—'}</dd>
        <dt>{t('cases.field.phone')}</dt>
        <dd className="num">{area.phone ?? '—'}</dd>
      </dl>
      {data && <CopyText text={data.pushNotice[lang]} label={t('push.notice')} />}
      <p className="muted">{t('push.noNames')}</p>
    </aside>
  );
}
