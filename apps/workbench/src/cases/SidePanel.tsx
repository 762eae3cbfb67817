import { useTranslation } from 'react-i18next';
import { CaseContacts } from './CaseContacts.js';
import type { CaseSheetData } from './CaseHead.js';
import { FactsPanel } from './FactsPanel.js';
import { PeoplePanel } from './PeoplePanel.js';
import { QuestionsPanel } from './QuestionsPanel.js';
import { ReportPanel } from './ReportPanel.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly stayId: string | null;
  readonly onGoTo: (stayId: string | null, from: string | null, to: string | null) => void;
  readonly onChanged: () => void;
  readonly editable: boolean;
}

const TABS = ['questions', 'people', 'contacts', 'facts', 'report'] as const;

export function SidePanel({ sheet, tab, onTab, stayId, onGoTo, onChanged, editable }: Props) {
  const { t } = useTranslation();
  const open = sheet.questions.filter((question) => question.answered === null).length;
  const counts: Record<string, number> = {
    questions: open,
    people: sheet.namings.length,
    contacts: sheet.case.contacts + sheet.case.possible,
  };
  return (
    <aside className="side" aria-label={t('cases.side')}>
      <div className="tabs" role="tablist">
        {TABS.map((key) => (
          <button key={key} type="button" role="tab" aria-selected={tab === key} onClick={() => onTab(key)}>
            {t(`cases.tab.${key}`)} {counts[key] ? <i>{counts[key]}</i> : null}
          </button>
        ))}
      </div>
      <div className="side-body" role="tabpanel">
        {tab === 'questions' && <QuestionsPanel sheet={sheet} onGoTo={onGoTo} onChanged={onChanged} editable={editable} />}
        {tab === 'people' && <PeoplePanel sheet={sheet} stayId={stayId} onChanged={onChanged} editable={editable} />}
        {tab === 'contacts' && <CaseContacts caseId={sheet.case.id} editable={editable} />}
        {tab === 'facts' && <FactsPanel sheet={sheet} onChanged={onChanged} editable={editable} />}
        {tab === 'report' && <ReportPanel one={sheet.case} onChanged={onChanged} editable={editable} />}
      </div>
    </aside>
  );
}
