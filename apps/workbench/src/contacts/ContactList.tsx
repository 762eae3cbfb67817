import type { ContactBitsFragment } from '@tracewright/api-client';
import { CONTACT_SORTS, CONTACT_VIEWS, contactQueryOf, exportAddress, withParams } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { ContactBar } from './ContactBar.js';
import { ContactCard } from './ContactCard.js';
import { ContactFilters } from './ContactFilters.js';
import { ContactGrid } from './ContactGrid.js';
import { ReceiveContact } from './ReceiveContact.js';
import { useContactPages } from './use-contact-pages.js';
import { type Selection, useContactSteps } from './use-contact-steps.js';
import './contacts.css';

const NOBODY: Selection = { ids: new Set(), all: false };

/** The list both desks work on: what to show is in the address, whom to act on is a selection or the whole filter. */
export default function ContactList() {
  const { t } = useTranslation();
  const { account } = useSession();
  const [params, setParams] = useSearchParams();
  const query = contactQueryOf(params);
  const pages = useContactPages(query);
  const [selection, setSelection] = useState<Selection>(NOBODY);
  const [receiving, setReceiving] = useState(false);
  const current = params.get('row');
  const card = params.get('card');
  const set = (changes: Record<string, string | null>) => setParams((old) => withParams(old, changes), { replace: true });
  const select = (next: Selection) => setSelection(next);
  const steps = useContactSteps({
    query,
    contacts: pages.rows,
    current: pages.rows.find((row) => row.id === (card ?? current)) ?? null,
    selection,
    total: pages.total,
    onDone: () => {
      select(NOBODY);
      pages.again();
    },
    onCard: (contact) => set({ card: card === contact.id ? null : contact.id, row: contact.id }),
  });
  if (!pages.ready) return <Loading error={pages.error} again={pages.again} />;
  const open = (contact: ContactBitsFragment) => set({ row: contact.id, ...(card ? { card: contact.id } : {}) });
  return (
    <div className={card ? 'contacts with-card' : 'contacts'}>
      <div className="contacts-main">
        <div className="tabs" role="tablist" aria-label={t('contacts.views')}>
          {CONTACT_VIEWS.map((view) => (
            <button
              key={view}
              type="button"
              role="tab"
              aria-selected={query.filter.view === view}
              onClick={() => {
                select(NOBODY);
                set({ view, row: null });
              }}
            >
              {t(`contacts.view.${view}`)} <i>{pages.count(view).toLocaleString()}</i>
            </button>
          ))}
          <span className="sp" />
          {pages.arrived && (
            <button type="button" className="pill" onClick={pages.again}>
              {t('frame.refresh')}
            </button>
          )}
        </div>
        <ContactFilters
          params={params}
          onChange={set}
          sorts={CONTACT_SORTS}
          sort={query.sort}
          exports={(format) => exportAddress(query, format)}
          onReceive={account.role === 'database' ? () => setReceiving(true) : null}
        />
        <ContactGrid
          pages={pages}
          current={current}
          selection={selection}
          onSelect={select}
          onCurrent={open}
          onCard={(contact) => set({ card: contact.id, row: contact.id })}
        />
        <ContactBar
          steps={steps}
          selection={selection}
          total={pages.total}
          onAll={() => select({ ids: new Set(), all: true })}
          onNone={() => select(NOBODY)}
        />
      </div>
      {card && <ContactCard id={card} steps={steps} onClose={() => set({ card: null })} />}
      {receiving && <ReceiveContact onClose={() => setReceiving(false)} onDone={pages.again} />}
    </div>
  );
}
