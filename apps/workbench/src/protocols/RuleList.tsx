import { type ProtocolField, starterOf } from '@tracewright/epi-core';
import { type FilePath, freeId, type Json, RULE_SECTIONS, sectionsOf, valueAt } from '@tracewright/workbench-model';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassMark } from '../parts/marks.js';
import { FieldProblems, fieldId } from './FieldFrame.js';
import { Fields } from './Fields.js';
import { ListButtons } from './ListButtons.js';
import { classesOf } from './suggestions.js';
import { useDraftFile } from './use-draft.js';
import { useRuleLine } from './use-rule-line.js';

const PATH: FilePath = ['exposure'];

const focusRule = (at: number) => requestAnimationFrame(() => document.getElementById(fieldId([...PATH, at]))?.focus());

/** The rules, a line each that can be read aloud; a line opens into its form. Alt with an arrow moves it. */
export function RuleList({ field }: { readonly field: ProtocolField }) {
  const { t } = useTranslation();
  const draft = useDraftFile();
  const value = valueAt(draft.file, PATH);
  const rules: readonly unknown[] = Array.isArray(value) ? value : [];
  const { shape } = field;
  const item = shape.kind === 'list' ? shape.item : shape;
  const add = () => {
    const fresh = { ...(starterOf(item) as Json), id: freeId(rules, 'RULE-1'), cls: classesOf(draft.file)[0] ?? 'CLOSE' };
    draft.add(PATH, rules.length, fresh);
    focusRule(rules.length);
  };
  return (
    <section className="rule-list wide" id={fieldId(PATH)} tabIndex={-1} aria-label={t('more.protocols.rules')}>
      <FieldProblems path={PATH} />
      <ol>
        {rules.map((_, i) => (
          <Rule key={i} at={i} count={rules.length} fields={item.kind === 'group' ? item.fields : []} />
        ))}
      </ol>
      {rules.length === 0 && <p className="muted">{t('protocols.noRules')}</p>}
      <p className="inline">
        <button type="button" className="btn small" onClick={add}>
          + {t('protocols.addRule')}
        </button>
        <span className="muted">{t('protocols.ruleKeys')}</span>
      </p>
    </section>
  );
}

function Rule({ at, count, fields }: { readonly at: number; readonly count: number; readonly fields: readonly ProtocolField[] }) {
  const { t } = useTranslation();
  const draft = useDraftFile();
  const [open, setOpen] = useState(false);
  const path = [...PATH, at];
  const { name, cls, words, problems } = useRuleLine(path);
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const to = at + by;
    if (to < 0 || to >= count) return;
    if (event.altKey) draft.move(PATH, at, by);
    focusRule(to);
  };
  return (
    <li className={problems > 0 ? 'rule wrong' : 'rule'}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary has the focus and is opened by keys; these move it. */}
        <summary id={fieldId(path)} onKeyDown={keys}>
          <span className="num muted">{at + 1}</span>
          <ClassMark cls={cls} />
          <span className="rule-name">
            <b>{name}</b> <span className="sub">{words}</span>
          </span>
          {problems > 0 && <span className="late">{t('protocols.problems', { n: problems })}</span>}
        </summary>
        <FieldProblems path={path} />
        {open &&
          sectionsOf(fields, RULE_SECTIONS).map((section) => (
            <section key={section.id} className="rule-section">
              <h4>{t(`protocols.ruleSection.${section.id}`)}</h4>
              <Fields fields={section.fields} path={path} />
            </section>
          ))}
      </details>
      <ListButtons path={PATH} at={at} count={count} name={name} copies onMoved={focusRule} />
    </li>
  );
}
