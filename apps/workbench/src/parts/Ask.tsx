import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';

export interface Question {
  readonly title: string;
  readonly body?: ReactNode;
  readonly ok: string;
  /** Label of the text to be given; absent: a plain yes or no. */
  readonly reason?: string;
  /** The text may stay empty. */
  readonly optional?: boolean;
  readonly start?: string;
  readonly danger?: boolean;
  /** There is much to read. */
  readonly wide?: boolean;
}
/** Answers the text (empty for a plain yes), or null when it was not wanted. */
export type AskFor = (question: Question) => Promise<string | null>;

const AskContext = createContext<AskFor>(async () => null);
export const useAsk = (): AskFor => useContext(AskContext);

export function AskRoom({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<{ question: Question; answer: (text: string | null) => void } | null>(null);
  const ask = useCallback<AskFor>((question) => new Promise((answer) => setOpen({ question, answer })), []);
  const close = (text: string | null) => {
    open?.answer(text);
    setOpen(null);
  };
  return (
    <AskContext value={ask}>
      {children}
      {open && <AskDialog question={open.question} onAnswer={close} />}
    </AskContext>
  );
}

function AskDialog({ question, onAnswer }: { readonly question: Question; readonly onAnswer: (text: string | null) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(question.start ?? '');
  const ready = question.reason === undefined || question.optional === true || text.trim() !== '';
  return (
    <Dialog
      title={question.title}
      wide={question.wide ?? false}
      onClose={() => onAnswer(null)}
      onSubmit={() => ready && onAnswer(text.trim())}
      footer={
        <>
          <button type="button" className="btn" onClick={() => onAnswer(null)}>
            {t('frame.cancel')}
          </button>
          <button
            type="submit"
            className={question.danger ? 'btn p danger' : 'btn p'}
            disabled={!ready}
            data-first={question.reason ? undefined : ''}
          >
            {question.ok}
          </button>
        </>
      }
    >
      {question.body}
      {question.reason !== undefined && (
        <label className="field">
          <span>{question.reason}</span>
          <input data-first="" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
        </label>
      )}
    </Dialog>
  );
}
