import type { CaseSheetQuery, StayBitsFragment } from '@tracewright/api-client';
import { addRow, changeRow, type EntryColumn, type EntryRow, redo, undo } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.js';
import { useNow, useSession } from '../app/session.js';
import { EntryLine } from './EntryLine.js';
import type { Entry } from './use-entry-sheet.js';
import { useResolvePlaces } from './use-resolve-places.js';

interface Props {
  readonly caseId: string;
  readonly stays: readonly StayBitsFragment[];
  readonly namings: NonNullable<CaseSheetQuery['caseSheet']>['namings'];
  readonly entry: Entry;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onPeople: (stayId: string) => void;
  readonly editable: boolean;
  readonly original: (stayId: string) => EntryRow | null;
}

const HEADS: readonly EntryColumn[] = ['day', 'from', 'to', 'place', 'companions', 'source', 'seat', 'slack', 'protection', 'note'];

/** The trajectory as rows, for the keyboard alone: digits for times, first letters for the place, Enter for the next row. */
export function EntryGrid({ stays, namings, entry, selected, onSelect, onPeople, editable }: Props) {
  const { t, i18n } = useTranslation();
  const { tz } = useSession();
  const now = useNow();
  const context = { now, tz };
  useResolvePlaces(entry);
  const both = (key: string) => ({ zh: i18n.getFixedT('zh')(key), en: i18n.getFixedT('en')(key) });
  const add = () => {
    entry.change((old) => addRow(old, context));
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.entry tbody tr:last-child input')?.focus());
  };
  useCommands(
    editable
      ? [
          { id: 'add-stay', label: both('cases.addStay'), keys: 'N', run: add },
          { id: 'undo', label: both('cases.undo'), keys: 'Ctrl+Z', run: () => entry.change(undo) },
          { id: 'redo', label: both('cases.redo'), keys: 'Ctrl+Y', run: () => entry.change(redo) },
        ]
      : [],
  );
  const walk = (key: string, by: number, column: EntryColumn) => {
    const i = entry.sheet.rows.findIndex((row) => row.key === key) + by;
    const next = entry.sheet.rows[i];
    if (next) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.key)}"] [data-column=${column}]`)?.focus();
    else if (by > 0) add();
  };
  return (
    <div className="entry scroll">
      <table aria-label={t('cases.rows')}>
        <colgroup>
          <col className="c-no" />
          {HEADS.map((column) => (
            <col key={column} className={`c-${column}`} />
          ))}
          <col className="c-leads" />
          <col className="c-buttons" />
        </colgroup>
        <thead>
          <tr>
            <th />
            {HEADS.map((column) => (
              <th key={column}>{t(`cases.entry.${column}`)}</th>
            ))}
            <th>{t('cases.entry.leads')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {entry.sheet.rows.map((row, i) => (
            <EntryLine
              key={row.key}
              row={row}
              no={i + 1}
              stay={stays.find((stay) => stay.id === row.stayId)}
              named={namings.filter((naming) => naming.stayId !== null && naming.stayId === row.stayId).length}
              selected={row.key === selected}
              editable={editable}
              onFocus={() => onSelect(row.key)}
              onChange={(how, quietly) => entry.change((old) => changeRow(old, row.key, how, quietly))}
              onSheet={entry.change}
              onWalk={(by, column) => walk(row.key, by, column)}
              onPeople={() => row.stayId && onPeople(row.stayId)}
            />
          ))}
        </tbody>
      </table>
      {editable && (
        <button type="button" className="btn small add-row" onClick={add}>
          ＋ {t('cases.addStay')} <kbd>N</kbd>
        </button>
      )}
      {editable && <p className="muted entry-hint">{t('cases.entryHint')}</p>}
    </div>
  );
}
