import type { SiteBitsFragment } from '@tracewright/api-client';
import { CLASS_WORDS, floorsOf, roomCounts, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';

/** A site floor by floor: taken, to be disinfected, closed, free; family and barrier-free rooms by their sign. */
export function SiteCard({ site }: { readonly site: SiteBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  const counts = roomCounts(site.rooms);
  return (
    <article className="site-card" aria-label={site.name}>
      <div className="row-between">
        <span>
          <b>{site.name}</b>{' '}
          <span className="sub">
            {t('transfer.accepts', { classes: site.accepts.map((cls) => wordOf(CLASS_WORDS, cls, lang)).join(' ') })}
          </span>
        </span>
        <span className="num">
          <b>{counts.taken}</b> / {counts.beds} {t('transfer.beds')}
        </span>
      </div>
      <div className="sub">
        {t('transfer.free')} {counts.free} · {t('transfer.toDisinfect')} {counts.toDisinfect}
      </div>
      <div className="floors">
        {floorsOf(site.rooms).map((floor) => (
          <div key={floor.floor} className="floor">
            <span className="muted">{floor.floor}F</span>
            {floor.rooms.map((room) => {
              const state =
                room.state === 'FREE'
                  ? room.taken >= room.capacity
                    ? 'full'
                    : room.taken > 0
                      ? 'part'
                      : 'free'
                  : room.state.toLowerCase();
              const words = `${room.no} ${t(`transfer.roomKind.${room.kind}`, { defaultValue: room.kind })} ${room.taken}/${room.capacity}`;
              return (
                <i key={room.id} className={`room ${state}`} title={words}>
                  {room.kind === 'family' ? t('transfer.familySign') : room.kind === 'barrier-free' ? t('transfer.barrierSign') : ''}
                </i>
              );
            })}
          </div>
        ))}
      </div>
    </article>
  );
}
