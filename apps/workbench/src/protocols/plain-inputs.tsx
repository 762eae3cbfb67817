import type { ProtocolField } from '@tracewright/epi-core';
import { type FilePath, schemaKeyOf, valueAt } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldMarks } from './FieldFrame.js';
import { useFieldWords } from './field-words.js';
import { suggestionsFor } from './suggestions.js';
import { useDraftFile } from './use-draft.js';

export interface InputProps {
  readonly field: ProtocolField;
  readonly path: FilePath;
}

/** Longer words have room to be read. */
const LONG = new Set(['exposure.note', 'secondDegree.releaseIf']);

const textIn = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'object' ? '' : String(value));

export function TextInput({ field, path }: InputProps) {
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  const { option } = useFieldWords();
  const value = textIn(valueAt(file, path));
  const give = (text: string) => set(path, text === '' && !field.needed ? undefined : text);
  if (LONG.has(schemaKeyOf(path))) return <textarea {...marks} rows={2} value={value} onChange={(event) => give(event.target.value)} />;
  const suggested = suggestionsFor(path, file);
  const list = suggested.length > 0 ? `${marks.id}-list` : undefined;
  const word = option(path, value);
  return (
    <>
      <input
        {...marks}
        value={value}
        list={list}
        autoComplete="off"
        spellCheck={false}
        placeholder={textIn(field.fallback)}
        onChange={(event) => give(event.target.value)}
      />
      {list && (
        <datalist id={list}>
          {suggested.map((one) => (
            <option key={one} value={one}>
              {option(path, one)}
            </option>
          ))}
        </datalist>
      )}
      {word !== value && <small className="sub">{word}</small>}
    </>
  );
}

/** A calendar day as it is written, for every browser alike. */
export function DayInput({ path }: InputProps) {
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  return (
    <input
      {...marks}
      className="num"
      value={textIn(valueAt(file, path))}
      placeholder="2022-04-14"
      autoComplete="off"
      onChange={(event) => set(path, event.target.value.trim() || undefined)}
    />
  );
}

/** The number a text means; what means none goes into the draft as it is, so that the schema says so beside it. */
const numberIn = (text: string): unknown => (text.trim() === '' ? undefined : Number.isNaN(Number(text)) ? text : Number(text));

export function NumberInput({ field, path }: InputProps) {
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  const value = valueAt(file, path);
  const [typed, setTyped] = useState<string | null>(null);
  const whole = field.shape.kind === 'number' && field.shape.whole;
  // What was typed stands as long as it is what the draft has: `1.` and `1.50` are not rewritten under the hand.
  const shown = typed !== null && Object.is(numberIn(typed), value) ? typed : textIn(value);
  const give = (text: string) => {
    setTyped(text);
    set(path, numberIn(text.replace('−', '-')));
  };
  const step = (by: number) => give(String((typeof value === 'number' ? value : Number(field.fallback ?? 0)) + by));
  return (
    <input
      {...marks}
      className="num"
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={shown}
      placeholder={textIn(field.fallback)}
      onChange={(event) => give(event.target.value)}
      onKeyDown={(event) => {
        if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
}

/** Values the schema knows, in the field's words; left open where it may be, saying what holds then. */
export function ChoiceInput({ field, path, values }: InputProps & { readonly values: readonly string[] }) {
  const { t } = useTranslation();
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  const { option, left } = useFieldWords();
  const value = textIn(valueAt(file, path));
  const usual = typeof field.fallback === 'string' ? field.fallback : null;
  const shown = value === '' && usual !== null ? usual : value;
  return (
    <select {...marks} value={shown} onChange={(event) => set(path, event.target.value || undefined)}>
      {(usual === null || shown === '') && <option value="">{field.needed ? t('protocols.choose') : left(path)}</option>}
      {shown !== '' && !values.includes(shown) && <option value={shown}>{shown}</option>}
      {values.map((one) => (
        <option key={one} value={one}>
          {option(path, one)}
        </option>
      ))}
    </select>
  );
}

export function FlagInput({ path, onlyTrue }: InputProps & { readonly onlyTrue: boolean }) {
  const { t } = useTranslation();
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  const { left } = useFieldWords();
  const value = valueAt(file, path);
  const words = {
    '': onlyTrue ? t('protocols.no') : left(path),
    true: t('protocols.yes'),
    ...(onlyTrue ? {} : { false: t('protocols.no') }),
  };
  return (
    <select
      {...marks}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value === 'true')}
    >
      {Object.entries(words).map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** A number of minutes, or a word that stands for a length. */
export function NumberOrWordInput({ path, field, values }: InputProps & { readonly values: readonly string[] }) {
  const { t } = useTranslation();
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path);
  const { option } = useFieldWords();
  const value = valueAt(file, path);
  const word = typeof value === 'string' && values.includes(value);
  return (
    <span className="inline tight">
      <select {...marks} value={word ? (value as string) : ''} onChange={(event) => set(path, event.target.value || 1440)}>
        <option value="">{t('protocols.minutesRolling')}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {option(path, one)}
          </option>
        ))}
      </select>
      {!word && <NumberIn field={field} path={path} label={t('protocols.minutesRolling')} />}
    </span>
  );
}

/** The number beside the words: its name is not the field's label, which the choice has. */
function NumberIn({ path, label }: InputProps & { readonly label: string }) {
  const { file, set } = useDraftFile();
  const { 'aria-invalid': wrong } = useFieldMarks(path);
  return (
    <input
      className="num short"
      aria-label={label}
      aria-invalid={wrong}
      inputMode="numeric"
      value={textIn(valueAt(file, path))}
      onChange={(event) => set(path, numberIn(event.target.value) ?? '')}
    />
  );
}
