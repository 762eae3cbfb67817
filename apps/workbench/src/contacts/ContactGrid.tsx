import { useVirtualizer } from '@tanstack/react-virtual';
import type { ContactBitsFragment } from '@tracewright/api-client';
import { CHANGE_WORDS, wordOf } from '@tracewright/workbench-model';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { CertaintyMark, ClassMark, Steps } from '../parts/marks.js';
import { Clock, useLate, When } from '../parts/When.js';
import { SexAge, usePersonName } from '../parts/Who.js';
import { progressOf, useStanding } from './review-word.js';
import type { ContactPages } from './use-contact-pages.js';
import type { Selection } from './use-contact-steps.js';

interface Props {
  readonly pages: ContactPages;
  readonly current: string | null;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onCurrent: (contact: ContactBitsFragment) => void;
  readonly onCard: (contact: ContactBitsFragment) => void;
}

const ROW = 32;
const COLUMNS = ['class', 'name', 'certainty', 'cases', 'last', 'place', 'phone', 'area', 'state', 'owner', 'due'] as const;
/** The next page is on its way before the last row is seen. */
const AHEAD = 30;

/** A list of tens of thousands that holds a few dozen rows: arrows walk, Shift+arrows and clicks extend the selection. */
export function ContactGrid({ pages, current, selection, onSelect, onCurrent, onCard }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const { rows } = pages;
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last > rows.length - AHEAD) pages.more();
  }, [last, rows.length, pages]);
  const at = rows.findIndex((row) => row.id === current);
  const toggle = (i: number, range: boolean) => {
    const row = rows[i];
    if (!row) return;
    const ids = new Set(selection.ids);
    if (range) for (let j = Math.min(anchor.current, i); j <= Math.max(anchor.current, i); j++) ids.add(rows[j]?.id ?? row.id);
    else if (ids.has(row.id)) ids.delete(row.id);
    else ids.add(row.id);
    if (!range) anchor.current = i;
    onSelect({ ids, all: false });
  };
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter')) return;
    event.preventDefault();
    const i = event.key === 'Enter' ? at : Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), rows.length - 1);
    const row = rows[i];
    if (!row) return;
    if (event.key === 'Enter') return onCard(row);
    if (event.shiftKey) toggle(i, true);
    onCurrent(row);
    virtual.scrollToIndex(i);
  };
  const everybody = selection.all || (rows.length > 0 && selection.ids.size === rows.length);
  return (
    <div
      className="grid-box scroll"
      ref={box}
      role="grid"
      aria-label={t('frame.desk.contacts')}
      aria-rowcount={pages.total}
      tabIndex={0}
      onKeyDown={walk}
    >
      <div className="grid-row grid-head" role="row">
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={t('contacts.selectAll')}
            checked={everybody}
            onChange={() => onSelect(everybody ? { ids: new Set(), all: false } : { ids: new Set(rows.map((row) => row.id)), all: false })}
          />
        </span>
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader" className={column === 'due' ? 'right' : ''}>
            {t(`contacts.column.${column}`)}
          </span>
        ))}
      </div>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <ContactRow
                key={row.id}
                contact={row}
                index={item.index}
                top={item.start}
                current={row.id === current}
                checked={selection.all || selection.ids.has(row.id)}
                onToggle={(range) => toggle(item.index, range)}
                onCurrent={() => onCurrent(row)}
                onCard={() => onCard(row)}
              />
            )
          );
        })}
      </div>
      {rows.length === 0 && <p className="quiet">{t('contacts.nobody')}</p>}
    </div>
  );
}

interface RowProps {
  readonly contact: ContactBitsFragment;
  readonly index: number;
  readonly top: number;
  readonly current: boolean;
  readonly checked: boolean;
  readonly onToggle: (range: boolean) => void;
  readonly onCurrent: () => void;
  readonly onCard: () => void;
}

function ContactRow({ contact, index, top, current, checked, onToggle, onCurrent, onCard }: RowProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const late = useLate();
  const standing = useStanding();
  const nameOf = usePersonName();
  const done = progressOf(contact);
  const excluded = contact.review === 'EXCLUDED';
  const settled = done === 4 || excluded;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it handles the keys of all its rows
    <div
      className={`grid-row ${current ? 'sel' : ''} ${!settled && late(contact.dueAt) ? 'overdue' : ''} ${excluded ? 'excluded' : ''}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={current}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onCurrent}
      onDoubleClick={onCard}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          aria-label={t('contacts.select', { name: nameOf(contact.person) })}
          checked={checked}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(event.shiftKey);
          }}
        />
      </span>
      <span role="gridcell">
        <ClassMark cls={contact.cls} />
      </span>
      <span role="gridcell">
        <button
          type="button"
          className="name"
          onClick={(event) => {
            event.stopPropagation();
            onCard();
          }}
        >
          {nameOf(contact.person)}
        </button>{' '}
        <SexAge person={contact.person} />
        {contact.duplicate && <span className="chip">{t('contacts.dup')}</span>}
        {contact.resend && <span className="chip">{t('contacts.resend')}</span>}
      </span>
      <span role="gridcell">
        <CertaintyMark cls={contact.cls} certainty={contact.certainty} excluded={excluded} />
      </span>
      <span role="gridcell">
        {contact.caseNos.slice(0, 2).join(' ')}
        {contact.caseNos.length > 2 && ` +${contact.caseNos.length - 2}`}
      </span>
      <span role="gridcell">
        <When at={contact.last} />
      </span>
      <span role="gridcell" title={contact.placeName ?? ''}>
        {contact.placeName}
      </span>
      <span role="gridcell" className="num">
        {contact.person.phones[0] ?? '—'}
      </span>
      <span role="gridcell" title={contact.person.address ?? ''}>
        {contact.areaName ?? <span className="warn">{t('contacts.toLocate')}</span>}
      </span>
      <span role="gridcell" title={contact.hold ?? ''}>
        <Steps done={done} /> <span className={done === 4 ? 'ok' : ''}>{standing(contact)}</span>
        {contact.changed && <b className="chip warn">{wordOf(CHANGE_WORDS, contact.changed, lang)}</b>}
        {contact.hold && <b className="late"> {t('contacts.held')}</b>}
      </span>
      <span role="gridcell">{contact.ownerName}</span>
      <span role="gridcell" className="right">
        <Clock due={contact.dueAt} since={contact.identifiedAt} done={settled} />
      </span>
    </div>
  );
}
