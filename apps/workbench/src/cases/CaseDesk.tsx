import { useQuery } from '@apollo/client/react';
import { CaseSheetDocument } from '@tracewright/api-client';
import { addRow, rowOfStay } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useLive } from '../app/live.js';
import { useNow, useSession } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { CaseHead } from './CaseHead.js';
import { EntryGrid } from './EntryGrid.js';
import { SidePanel } from './SidePanel.js';
import { Timeline } from './Timeline.js';
import { Tray } from './Tray.js';
import { useEntrySheet } from './use-entry-sheet.js';
import './case-desk.css';

/** One case: its facts, its days, its rows, what is open, and what a change would do. */
export default function CaseDesk() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CaseSheetDocument, { variables: { id } });
  const again = () => void refetch();
  useLive(['cases', 'contacts'], again);
  const [params, setParams] = useSearchParams();
  const { account, tz } = useSession();
  const now = useNow();
  const sheet = data?.caseSheet;
  const entry = useEntrySheet(id, sheet?.stays, sheet?.case.rev);
  const [row, setRow] = useState<string | null>(null);
  if (!sheet) return <Loading error={error ?? (data ? new Error('404') : undefined)} again={again} />;
  const tab = params.get('tab') ?? 'questions';
  const openTab = (next: string) => setParams({ tab: next }, { replace: true });
  const mayEdit = account.role === 'tracer';
  const startIn = (from: number, to: number) => {
    entry.change((old) => addRow(old, { now, tz }, { from, to }));
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.entry tbody tr:last-child input[data-column=place]')?.focus());
  };
  const goTo = (stayId: string | null, from: string | null, to: string | null) => {
    if (stayId) {
      setRow(stayId);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(stayId)}"] input[data-column=to]`)?.focus());
    } else if (from && mayEdit) startIn(Date.parse(from), Date.parse(to ?? from));
  };
  return (
    <div className="case-desk">
      <CaseHead sheet={sheet} />
      <div className="case-middle">
        <div className="case-work">
          <Timeline
            sheet={sheet}
            rows={entry.sheet.rows}
            selected={row}
            onSelect={setRow}
            onGap={startIn}
            onMove={entry.change}
            editable={mayEdit}
          />
          <EntryGrid
            caseId={id}
            stays={sheet.stays}
            namings={sheet.namings}
            entry={entry}
            selected={row}
            onSelect={setRow}
            editable={mayEdit}
            onPeople={(stayId) => {
              setRow(stayId);
              openTab('people');
            }}
            original={(stayId) => {
              const stay = sheet.stays.find((one) => one.id === stayId);
              return stay ? rowOfStay(stay, tz) : null;
            }}
          />
        </div>
        <SidePanel sheet={sheet} tab={tab} onTab={openTab} stayId={row} onGoTo={goTo} onChanged={again} editable={mayEdit} />
      </div>
      {mayEdit && (
        <Tray
          caseId={id}
          rev={sheet.case.rev}
          protocolId={sheet.case.protocolId}
          entry={entry}
          onSaved={again}
          onReload={() => void refetch().then(entry.reset)}
        />
      )}
    </div>
  );
}
