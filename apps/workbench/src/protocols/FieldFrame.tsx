import { type FilePath, keyOf } from '@tracewright/workbench-model';
import type { ReactNode } from 'react';
import { useFieldWords } from './field-words.js';
import { useDraftFile } from './use-draft.js';

export const fieldId = (path: FilePath): string => `field-${keyOf(path)}`;

/** What a field says to those who cannot see what stands beside it. */
export function useFieldMarks(path: FilePath, below = false) {
  const { problemsAt } = useDraftFile();
  const wrong = problemsAt(path, below).length > 0;
  const id = fieldId(path);
  return { id, 'aria-invalid': wrong || undefined, 'aria-describedby': `${id}-says` } as const;
}

/** The problems of a field, beside it. */
export function FieldProblems({ path, below = false }: { readonly path: FilePath; readonly below?: boolean }) {
  const { problemsAt } = useDraftFile();
  const { lang } = useFieldWords();
  return problemsAt(path, below).map((problem) => (
    <small key={`${problem.field} ${problem.en}`} className="late field-problem">
      {problem[lang]}
    </small>
  ));
}

interface Props {
  readonly path: FilePath;
  readonly children: ReactNode;
  /** Several controls under one name, instead of one. */
  readonly many?: boolean;
  readonly wide?: boolean;
  readonly needed?: boolean;
  /** Problems below the path are said here: the control shows no fields of its own. */
  readonly below?: boolean;
}

/** A field with its name above and, below, what it means and what is wrong with it. */
export function FieldFrame({ path, children, many, wide, needed, below = false }: Props) {
  const { label, hint } = useFieldWords();
  const explained = hint(path);
  const says = (
    <span id={`${fieldId(path)}-says`} className="field-says">
      <FieldProblems path={path} below={below} />
      {explained && <small className="muted">{explained}</small>}
    </span>
  );
  const name = (
    <>
      {label(path)}
      {needed && <i aria-hidden="true"> *</i>}
    </>
  );
  const kind = `field${wide ? ' wide' : ''}`;
  if (!many)
    return (
      <div className={kind}>
        <label className="field-name" htmlFor={fieldId(path)}>
          {name}
        </label>
        {children}
        {says}
      </div>
    );
  return (
    <fieldset className={`${kind} many`} id={fieldId(path)} tabIndex={-1} aria-describedby={`${fieldId(path)}-says`}>
      <legend className="field-name">{name}</legend>
      {children}
      {says}
    </fieldset>
  );
}
