import { type FieldShape, type ProtocolField, starterOf } from '@tracewright/epi-core';
import { type FilePath, valueAt } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldProblems, fieldId } from './FieldFrame.js';
import { Fields } from './Fields.js';
import { useFieldWords } from './field-words.js';
import { ListButtons } from './ListButtons.js';
import { classesOf } from './suggestions.js';
import { useDraftFile } from './use-draft.js';

type Group = Extract<FieldShape, { kind: 'group' }>;

/** Fields that are set together or not at all: ticked, they open. */
export function GroupInput({ field, path, shape }: { readonly field: ProtocolField; readonly path: FilePath; readonly shape: Group }) {
  const { file, set } = useDraftFile();
  const { label, hint } = useFieldWords();
  const value = valueAt(file, path);
  const optional = !field.needed && (field.fallback === undefined || field.fallback === null);
  const on = value !== undefined && value !== null;
  const explained = hint(path);
  return (
    <fieldset className={`group wide${on || !optional ? ' on' : ''}`} id={fieldId(path)} tabIndex={-1}>
      <legend>
        {optional ? (
          <label>
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => set(path, event.target.checked ? starterOf(shape) : field.nullable ? null : undefined)}
            />
            {label(path)}
          </label>
        ) : (
          label(path)
        )}
      </legend>
      {explained && <small className="muted">{explained}</small>}
      <FieldProblems path={path} />
      {(on || !optional) && <Fields fields={shape.fields} path={path} />}
    </fieldset>
  );
}

/** Several of a kind, each a card: windows, phases, time limits. */
export function CardsInput({ path, item }: { readonly path: FilePath; readonly item: Group }) {
  const { t } = useTranslation();
  const { file, add } = useDraftFile();
  const { label } = useFieldWords();
  const value = valueAt(file, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <section className="cards wide" id={fieldId(path)} tabIndex={-1} aria-label={label(path)}>
      {list.map((_, i) => (
        <section key={i} className="card" id={fieldId([...path, i])} tabIndex={-1} aria-label={`${label(path)} ${i + 1}`}>
          <header className="row-between">
            <b>
              {label(path)} {i + 1}
            </b>
            <ListButtons path={path} at={i} count={list.length} name={`${label(path)} ${i + 1}`} copies />
          </header>
          <FieldProblems path={[...path, i]} />
          <Fields fields={item.fields} path={[...path, i]} />
        </section>
      ))}
      <FieldProblems path={path} />
      <button type="button" className="btn small" onClick={() => add(path, list.length, starterOf(item))}>
        + {t('protocols.addOne', { what: label(path) })}
      </button>
    </section>
  );
}

/** One entry a class; classes without one have no measure. */
export function ByClassInput({ path, item }: { readonly path: FilePath; readonly item: Group }) {
  const { t } = useTranslation();
  const { file, set } = useDraftFile();
  const { option, label } = useFieldWords();
  const [added, setAdded] = useState<string | null>(null);
  const value = valueAt(file, path);
  const entries = Object.keys(typeof value === 'object' && value !== null ? value : {});
  const known = [...classesOf(file), ...(valueAt(file, ['secondDegree']) ? ['SECOND'] : [])];
  const left = [...new Set(known)].filter((cls) => !entries.includes(cls));
  const word = (cls: string) => option(['classOrder'], cls);
  return (
    <section className="cards wide" id={fieldId(path)} tabIndex={-1} aria-label={label(path)}>
      {entries.map((cls) => (
        <div key={cls} className="card by-class" id={fieldId([...path, cls])} tabIndex={-1}>
          <details open={cls === added || entries.length < 3}>
            <summary>
              <b>{word(cls)}</b>
            </summary>
            <FieldProblems path={[...path, cls]} />
            <Fields fields={item.fields} path={[...path, cls]} />
          </details>
          <button
            type="button"
            className="plain"
            onClick={() => set([...path, cls], undefined)}
            aria-label={`${t('protocols.remove')}: ${word(cls)}`}
          >
            ✕
          </button>
        </div>
      ))}
      <FieldProblems path={path} />
      {left.length > 0 && (
        <select
          value=""
          aria-label={t('protocols.addOne', { what: label(path) })}
          onChange={(event) => {
            setAdded(event.target.value);
            set([...path, event.target.value], starterOf(item));
          }}
        >
          <option value="">+ {t('protocols.addOne', { what: label(path) })}</option>
          {left.map((cls) => (
            <option key={cls} value={cls}>
              {word(cls)}
            </option>
          ))}
        </select>
      )}
    </section>
  );
}
