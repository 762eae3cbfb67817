import { AnswerQuestionDocument } from '@tracewright/api-client';
import { spanOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import type { CaseSheetData } from './CaseHead.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly onGoTo: (stayId: string | null, from: string | null, to: string | null) => void;
  readonly onChanged: () => void;
  readonly editable: boolean;
}

/** What is open, worded to be read to the patient; Enter goes to the field that settles it, U closes it with a reason. */
export function QuestionsPanel({ sheet, onGoTo, onChanged, editable }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { tz } = useSession();
  const act = useAct();
  const ask = useAsk();
  const [all, setAll] = useState(false);
  const questions = sheet.questions.filter((question) => all || question.answered === null);
  const close = async (key: string, text: string) => {
    const reason = await ask({
      title: t('cases.cannotSettle'),
      body: <p>{text}</p>,
      reason: t('cases.reason'),
      ok: t('cases.closeQuestion'),
    });
    if (reason && (await act(AnswerQuestionDocument, { caseId: sheet.case.id, key, reason }))) onChanged();
  };
  return (
    <>
      <ul className="questions">
        {questions.map((question) => (
          <li key={question.key} className={question.answered ? 'answered' : ''}>
            <div
              className="question"
              role="button"
              tabIndex={0}
              onClick={() => onGoTo(question.stayId, question.at, question.until)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onGoTo(question.stayId, question.at, question.until);
                if (event.key.toLowerCase() === 'u' && editable) {
                  event.stopPropagation();
                  void close(question.key, question.text[lang]);
                }
              }}
            >
              <b className={question.kind === 'conflict' ? 'late' : 'warn'}>
                {t(`cases.question.${question.kind}`, { defaultValue: question.kind })}
              </b>{' '}
              <span className="sub num">{question.at && spanOf(question.at, question.until, tz)}</span>
              <p>{question.text[lang]}</p>
              <p className="sub">{question.hint[lang]}</p>
              {question.answered && (
                <p className="muted">
                  ✓ {question.answered.reason} — {question.answered.by}
                </p>
              )}
            </div>
            {editable && !question.answered && (
              <button type="button" className="link" onClick={() => void close(question.key, question.text[lang])}>
                {t('cases.cannotSettle')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {questions.length === 0 && <p className="quiet">{t('cases.noQuestions')}</p>}
      <div className="inline side-foot">
        {editable && (
          <span className="muted">
            <kbd>Enter</kbd> {t('cases.goFill')} <kbd>U</kbd> {t('cases.cannotSettle')}
          </span>
        )}
        <label className="inline">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> {t('cases.showAnswered')}
        </label>
      </div>
    </>
  );
}
