import type { StayBitsFragment } from '@tracewright/api-client';
import { SOURCE_WORDS, SOURCES } from '@tracewright/epi-core';
import {
  cellsOf,
  type EntryColumn,
  type EntryRow,
  type EntrySheet,
  PROTECTION_WORDS,
  pasteCells,
  removeRow,
  SOURCE_GLYPHS,
  settleCell,
  takeMoment,
  typeCell,
} from '@tracewright/workbench-model';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';
import { PlaceCell } from './PlaceCell.js';

interface Props {
  readonly row: EntryRow;
  readonly no: number;
  readonly stay: StayBitsFragment | undefined;
  readonly named: number;
  readonly selected: boolean;
  readonly editable: boolean;
  readonly onFocus: () => void;
  readonly onChange: (how: (row: EntryRow) => EntryRow, quietly?: boolean) => void;
  readonly onSheet: (how: (sheet: EntrySheet) => EntrySheet) => void;
  readonly onWalk: (by: number, column: EntryColumn) => void;
  readonly onPeople: () => void;
}

export function EntryLine({ row, no, stay, named, selected, editable, onFocus, onChange, onSheet, onWalk, onPeople }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const { tz } = useSession();
  const context = { now, tz };
  const paste = (column: EntryColumn) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onSheet((sheet) => pasteCells(sheet, row.key, column, cellsOf(text), context));
  };
  const keys = (column: EntryColumn) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (row.ask && /^[1-9]$/.test(event.key) && row.ask.choices[Number(event.key) - 1]) {
      event.preventDefault();
      const choice = row.ask.choices[Number(event.key) - 1];
      if (choice) onChange((old) => settleCell(takeMoment(old, column as 'from', choice, context), column, context));
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.key !== 'Enter' && event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      onChange((old) => settleCell(old, column, context), true);
      onWalk(event.key === 'ArrowUp' ? -1 : 1, event.key === 'Enter' ? 'day' : column);
    } else if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault();
      onSheet((sheet) => removeRow(sheet, row.key));
    }
  };
  const cell = (column: EntryColumn) => (
    <td>
      <input
        data-column={column}
        aria-label={t('cases.cell', { column: t(`cases.entry.${column}`), no })}
        value={row.text[column]}
        readOnly={!editable}
        // Typing replaces, as in a spreadsheet.
        onFocus={(event) => event.target.select()}
        aria-invalid={row.problem?.column === column}
        onChange={(event) => onChange((old) => typeCell(old, column, event.target.value, context))}
        onBlur={() => onChange((old) => settleCell(old, column, context), true)}
        onKeyDown={keys(column)}
        onPaste={paste(column)}
        autoComplete="off"
      />
      {selected && <Echo row={row} column={column} />}
    </td>
  );
  const leads = stay ? stay.contactsDefinite : 0;
  const close = leads > 0 ? t('cases.leadsClose', { n: leads }) : '';
  const possible = stay && stay.contactsPossible > 0 ? t('cases.leadsPossible', { n: stay.contactsPossible }) : '';
  return (
    <tr
      data-row={row.key}
      className={`${selected ? 'sel' : ''} ${row.changed ? 'changed' : ''} ${row.removed ? 'removed' : ''}`}
      onFocus={onFocus}
    >
      <td className="muted num">{no}</td>
      {cell('day')}
      {cell('from')}
      {cell('to')}
      <td className="place">
        <PlaceCell row={row} no={no} editable={editable} onChange={onChange} onKeyDown={keys('place')} onPaste={paste('place')} />
      </td>
      {cell('companions')}
      <td>
        <select
          data-column="source"
          disabled={!editable}
          aria-label={t('cases.cell', { column: t('cases.entry.source'), no })}
          value={row.text.source}
          onKeyDown={keys('source')}
          onChange={(event) => onChange((old) => typeCell(old, 'source', event.target.value, context))}
        >
          {SOURCES.filter((source) => source !== 'mobile_signal').map((source) => (
            <option key={source} value={source}>
              {SOURCE_GLYPHS[source]} {SOURCE_WORDS[source]?.[lang]}
            </option>
          ))}
        </select>
      </td>
      {cell('seat')}
      {cell('slack')}
      <td>
        <select
          data-column="protection"
          disabled={!editable}
          aria-label={t('cases.cell', { column: t('cases.entry.protection'), no })}
          value={row.text.protection}
          onKeyDown={keys('protection')}
          onChange={(event) => onChange((old) => typeCell(old, 'protection', event.target.value, context))}
        >
          {Object.entries(PROTECTION_WORDS).map(([key, words]) => (
            <option key={key} value={key}>
              {words[lang]}
            </option>
          ))}
        </select>
      </td>
      {cell('note')}
      <td className="leads" title={`${close} ${possible}`.trim()}>
        {close && <b className="c-close">{close}</b>} {possible && <span>{possible}</span>}
      </td>
      <td className="row-buttons">
        <button
          type="button"
          className="btn small"
          disabled={row.stayId === null}
          onClick={onPeople}
          aria-label={t('cases.namePeopleAt', { no })}
          title={row.stayId === null ? t('cases.saveFirst') : t('cases.namePeople')}
        >
          {t('cases.people')} {named || '＋'}
        </button>
        {editable && (
          <button
            type="button"
            className="plain"
            onClick={() => onSheet((sheet) => removeRow(sheet, row.key))}
            aria-label={t(row.removed ? 'cases.keepRow' : 'cases.removeRow', { no })}
          >
            {row.removed ? '↶' : '×'}
          </button>
        )}
      </td>
    </tr>
  );
}

/** What was understood, with date and weekday, before Enter; or the readings to choose from. */
function Echo({ row, column }: { readonly row: EntryRow; readonly column: EntryColumn }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (row.problem?.column === column) return <div className="echo late">{row.problem.words[lang]}</div>;
  if (row.ask?.column === column)
    return (
      <div className="echo warn">
        {t('cases.which')} {row.ask.choices.map((choice, i) => `${i + 1} ${choice.echo[lang]}`).join('　')}
      </div>
    );
  return null;
}
