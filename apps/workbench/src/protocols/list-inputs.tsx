import type { FieldShape } from '@tracewright/epi-core';
import { type FilePath, valueAt } from '@tracewright/workbench-model';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, useFieldMarks } from './FieldFrame.js';
import { useFieldWords } from './field-words.js';
import { ListButtons } from './ListButtons.js';
import type { InputProps } from './plain-inputs.js';
import { suggestionsFor } from './suggestions.js';
import { useDraftFile } from './use-draft.js';

const listAt = (file: unknown, path: FilePath): readonly unknown[] => {
  const list = valueAt(file, path);
  return Array.isArray(list) ? list : [];
};
const wordIn = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A list of sentences or words, one a line; Enter goes on below. */
export function TextListInput({ path }: InputProps) {
  const { t } = useTranslation();
  const { file, set, add } = useDraftFile();
  const { label, option } = useFieldWords();
  const box = useRef<HTMLUListElement>(null);
  const list = listAt(file, path);
  const suggested = suggestionsFor(path, file);
  const listId = `${fieldId(path)}-list`;
  const addAt = (at: number) => {
    add(path, at, '');
    requestAnimationFrame(() => box.current?.querySelectorAll('input')[at]?.focus());
  };
  return (
    <>
      <ul className="lines" ref={box}>
        {list.map((one, i) => (
          <li key={i}>
            <input
              id={fieldId([...path, i])}
              aria-label={`${label(path)} ${i + 1}`}
              value={wordIn(one)}
              list={suggested.length > 0 ? listId : undefined}
              autoComplete="off"
              onChange={(event) => set([...path, i], event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                addAt(i + 1);
              }}
            />
            {option(path, wordIn(one)) !== wordIn(one) && <span className="sub">{option(path, wordIn(one))}</span>}
            <ListButtons path={path} at={i} count={list.length} name={wordIn(one)} />
          </li>
        ))}
      </ul>
      {suggested.length > 0 && (
        <datalist id={listId}>
          {suggested.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <button type="button" className="btn small" onClick={() => addAt(list.length)} aria-label={`${t('protocols.add')}: ${label(path)}`}>
        + {t('protocols.add')}
      </button>
    </>
  );
}

/** Days as they are said: `1, 4, 7, 14`. */
export function NumberListInput({ path, field }: InputProps) {
  const { file, set } = useDraftFile();
  const marks = useFieldMarks(path, true);
  const [typed, setTyped] = useState<string | null>(null);
  const list = listAt(file, path);
  const numbersIn = (text: string): unknown[] =>
    text
      .split(/[\s,，、;；]+/)
      .filter((part) => part !== '')
      .map((part) => (Number.isNaN(Number(part)) ? part : Number(part)));
  const same = typed !== null && JSON.stringify(numbersIn(typed)) === JSON.stringify(list);
  return (
    <input
      {...marks}
      className="num"
      autoComplete="off"
      placeholder="1, 4, 7, 14"
      value={same ? typed : list.map(wordIn).join(', ')}
      onChange={(event) => {
        setTyped(event.target.value);
        const numbers = numbersIn(event.target.value);
        set(path, numbers.length === 0 && !field.needed ? undefined : numbers);
      }}
    />
  );
}

/** Several of a few: what is chosen stands first, in the order in which it is tried; the rest can be added. */
export function ChoiceListInput({ path, field, item }: InputProps & { readonly item: Extract<FieldShape, { kind: 'choice' }> }) {
  const { t } = useTranslation();
  const { file, set, add } = useDraftFile();
  const { option, label } = useFieldWords();
  const chosen = listAt(file, path).map(wordIn);
  const left = item.values.filter((one) => !chosen.includes(one));
  const leastOne = field.shape.kind === 'list' && field.shape.least > 0;
  const drop = (one: string) => {
    const rest = chosen.filter((other) => other !== one);
    set(path, rest.length === 0 && !leastOne ? undefined : rest);
  };
  return (
    <div className="chips">
      {chosen.map((one, i) => (
        <span key={one} className="chip">
          {leastOne && chosen.length > 1 && <i>{i + 1}</i>} {option(path, one)}
          <button type="button" className="plain" aria-label={`${t('protocols.remove')}: ${option(path, one)}`} onClick={() => drop(one)}>
            ✕
          </button>
        </span>
      ))}
      {left.length > 0 && (
        <select
          value=""
          aria-label={`${t('protocols.add')}: ${label(path)}`}
          onChange={(event) => add(path, chosen.length, event.target.value)}
        >
          <option value="">+ {t('protocols.add')}</option>
          {left.map((one) => (
            <option key={one} value={one}>
              {option(path, one)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
