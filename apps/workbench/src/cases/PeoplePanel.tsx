import { RemoveNamingDocument } from '@tracewright/api-client';
import { CLASS_WORDS, ROLL_WORDS, spanOf, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import { Who } from '../parts/Who.js';
import type { CaseSheetData } from './CaseHead.js';
import { NamePeople } from './NamePeople.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly stayId: string | null;
  readonly onChanged: () => void;
  readonly editable: boolean;
}

/** People the case named: they need no stays of their own (rulings 17). */
export function PeoplePanel({ sheet, stayId, onChanged, editable }: Props) {
  const { t } = useTranslation();
  const { tz } = useSession();
  const groups = [
    ...sheet.stays.map((stay) => ({ id: stay.id as string | null, title: `${spanOf(stay.start, stay.end, tz)} ${stay.placeName}` })),
    { id: null, title: t('cases.underCase') },
  ];
  return (
    <>
      {editable && <NamePeople sheet={sheet} stayId={stayId} onNamed={onChanged} />}
      {groups.map((group) => {
        const namings = sheet.namings.filter((naming) => naming.stayId === group.id);
        if (namings.length === 0) return null;
        return (
          <section key={group.id ?? 'case'} className="named">
            <h2>
              {group.title} <span className="muted">{namings.length}</span>
            </h2>
            <ul>
              {namings.map((naming) => (
                <Named key={naming.id} naming={naming} sheet={sheet} onChanged={onChanged} editable={editable} />
              ))}
            </ul>
          </section>
        );
      })}
      {sheet.namings.length === 0 && <p className="quiet">{t('cases.nobodyNamed')}</p>}
    </>
  );
}

function Named({
  naming,
  sheet,
  onChanged,
  editable,
}: {
  readonly naming: CaseSheetData['namings'][number];
  readonly sheet: CaseSheetData;
  readonly onChanged: () => void;
  readonly editable: boolean;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const via = sheet.namings.find((one) => one.person.id === naming.viaPersonId);
  const words = [
    naming.person.phones[0],
    naming.seat && t('cases.seatAt', { seat: naming.seat }),
    wordOf(ROLL_WORDS, naming.relation, lang),
    wordOf(CLASS_WORDS, naming.cls, lang),
    via && t('cases.via', { name: via.person.name ?? '' }),
    naming.reason,
  ].filter(Boolean);
  return (
    <li>
      <span>
        <Who person={naming.person} /> <span className="sub">{words.join(' · ')}</span>
      </span>
      {editable && (
        <button
          type="button"
          className="plain"
          aria-label={t('cases.unname', { name: naming.person.name ?? '' })}
          onClick={async () => {
            if (await act(RemoveNamingDocument, { id: naming.id }, { topics: ['contacts'] })) onChanged();
          }}
        >
          ×
        </button>
      )}
    </li>
  );
}
