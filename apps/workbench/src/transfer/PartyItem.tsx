import { useTranslation } from 'react-i18next';
import { ClassMark } from '../parts/marks.js';
import { Clock, useLate } from '../parts/When.js';
import { Needs, usePersonName } from '../parts/Who.js';
import type { Party, Run } from './TransferBoard.js';

interface Props {
  readonly party: Party;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly runs: readonly Run[];
  readonly onAssign: (run: Run) => void;
}

/** People who must not be parted; dragged onto a run, or put there by the keys or the list. */
export function PartyItem({ party, selected, onSelect, runs, onAssign }: Props) {
  const { t } = useTranslation();
  const late = useLate();
  const nameOf = usePersonName();
  const first = party.people[0];
  const name = `${first ? nameOf(first.person) : ''} ${party.people.length > 1 ? t('transfer.partyOf', { n: party.people.length }) : ''}`;
  const open = runs.filter((run) => run.state === 'PLANNED' || run.state === 'ACCEPTED');
  return (
    <li
      className={`party ${selected ? 'sel' : ''} ${late(party.dueAt) ? 'overdue' : ''}`}
      draggable
      onDragStart={(event) => {
        onSelect();
        event.dataTransfer.setData('text/party', party.partyId);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <button type="button" className="party-main" aria-pressed={selected} onClick={onSelect}>
        <span className="row-between">
          <Clock due={party.dueAt} />
          <ClassMark cls={party.cls} />
        </span>
        <b>{name}</b>
        <span className="sub">
          {party.areaName} {party.address}
        </span>
        <Needs needs={party.needs} />
      </button>
      {selected && open.length > 0 && (
        <select
          aria-label={t('transfer.moveTo', { name })}
          value=""
          onChange={(event) => {
            const run = open.find((one) => one.id === event.target.value);
            if (run) onAssign(run);
          }}
        >
          <option value="">{t('transfer.moveToHint')}</option>
          {open.map((run) => (
            <option key={run.id} value={run.id}>
              {run.no} {run.vehicle.plate} → {run.siteName}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
