import { PUSH } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { When } from '../parts/When.js';
import { ColumnHeads } from './ColumnHeads.js';
import type { Group } from './Duplicates.js';
import { Bits, type EvidenceOfPair } from './Evidence.js';
import { candidateLetter } from './letters.js';
import { PARTS, type Person, useFieldRows } from './use-field-rows.js';

interface Props {
  readonly group: Group;
  /** Place of the candidate that the keys decide about. */
  readonly focus: number;
  readonly onFocus: (candidate: number) => void;
  readonly keptId: string | null;
  readonly onKeep: (personId: string) => void;
  /** Of the candidate that has the focus; null while it is not told. */
  readonly told: EvidenceOfPair | null;
  /** The waterfall of bits beside the words. */
  readonly scored: boolean;
}

/** The record first and its candidates beside it; what differs from the first is lit and never masked. Of another area nothing is shown. */
export function SideBySide({ group, focus, onFocus, keptId, onKeep, told, scored }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { first, pairs, elsewhere } = group;
  const rows = useFieldRows();
  const people = [first, ...pairs.map((pair) => pair.people[1]!)];
  const contacts = [group.contact, ...pairs.map((pair) => pair.contacts.find(({ person }) => person.id === pair.people[1]!.id) ?? null)];
  const pair = pairs[focus];
  const columnClass = (column: number): string => (column === 0 ? 'first' : column - 1 === focus ? 'candidate focused' : 'candidate');
  const levelOf = (field: string): string => {
    const one = told?.evidence.fields.find(({ part }) => part === PARTS[field]);
    if (!one) return '';
    return one.level === 'missing'
      ? t('more.duplicates.missing')
      : t(`more.duplicates.level.${one.part}.${one.level}`, { defaultValue: '' });
  };
  const bits = (part: string | undefined) =>
    scored && told ? <Bits step={told.picture.steps.find((one) => one.part === part)} picture={told.picture} /> : null;
  const row = (label: string, cell: (person: Person, column: number) => ReactNode, says: ReactNode = null, differs = false) => (
    <tr key={label} className={differs ? 'differs' : ''}>
      <th>{label}</th>
      {people.map((person, column) => (
        <td key={person.id} className={columnClass(column)}>
          {cell(person, column)}
        </td>
      ))}
      {elsewhere && <td className={`${columnClass(people.length)} unseen`}>{t('more.duplicates.elsewhere.unseen')}</td>}
      {pair && <td className="says">{says}</td>}
    </tr>
  );
  const whole = people.length + (elsewhere ? 1 : 0);
  return (
    <div className="scroll grow">
      {elsewhere && !pair && <p className="notice-line elsewhere">{t('more.duplicates.elsewhere.says', { n: elsewhere.records })}</p>}
      <table className="side-by-side">
        <ColumnHeads group={group} contacts={contacts} focus={focus} onFocus={onFocus} keptId={keptId} onKeep={onKeep}>
          {pair && <th className="says">{t('more.duplicates.ab', { other: candidateLetter(focus) })}</th>}
        </ColumnHeads>
        <tbody>
          {scored && told && (
            <tr>
              <th>{t('more.duplicates.prior')}</th>
              <td colSpan={whole} className="muted">
                {t('more.duplicates.priorSays')}
              </td>
              <td className="says">{bits('prior')}</td>
            </tr>
          )}
          {rows.map(({ field, label, value }) =>
            row(
              label,
              (person) => (
                <>
                  <Lit text={value(person) || '—'} against={value(first) || '—'} />
                  {field === 'document' && person.documents[0] && (
                    <div className={person.documents[0].valid ? 'ok' : 'late'}>
                      {t(person.documents[0].valid ? 'more.duplicates.valid' : 'more.duplicates.invalid')}
                    </div>
                  )}
                </>
              ),
              <>
                {levelOf(field)}
                {bits(PARTS[field])}
              </>,
              pair?.differing.some((one) => one.startsWith(field)),
            ),
          )}
          {told && (scored || told.evidence.veto) && (
            <tr className="in-all">
              <th>{t('more.duplicates.total')}</th>
              <td colSpan={whole}>
                {told.evidence.veto?.[lang]}{' '}
                {scored && (
                  <span className="muted">
                    {t('more.duplicates.scale', {
                      percent: `${(told.evidence.probability * 100).toFixed(1)}%`,
                      match: `${Number((told.evidence.match * 100).toFixed(2))}%`,
                    })}
                  </span>
                )}
              </td>
              <td className="says">{bits('total')}</td>
            </tr>
          )}
          {row(t('contacts.column.cases'), (_, column) => {
            const contact = contacts[column];
            return contact && `${contact.caseNos.map((no) => `#${no}`).join(' ')} ${contact.placeName ?? ''}`;
          })}
          {row(t('contacts.column.last'), (_, column) => (
            <When at={contacts[column]?.last} />
          ))}
          {row(t('frame.desk.push'), (_, column) => (
            <>{[contacts[column]?.areaName, wordOf(PUSH, contacts[column]?.push, lang)].filter(Boolean).join(' ') || '—'}</>
          ))}
        </tbody>
      </table>
      {group.more > 0 && <p className="muted notice-line">{t('more.duplicates.moreCandidates', { n: group.more })}</p>}
    </div>
  );
}

/** Marks the characters that differ, place by place when the lengths agree, as a whole otherwise. */
function Lit({ text, against }: { readonly text: string; readonly against: string }) {
  if (text === against) return <>{text}</>;
  if (text.length !== against.length) return <mark>{text}</mark>;
  return (
    <>
      {[...text].map((character, i) => {
        const key = `${i}${character}`;
        return <Fragment key={key}>{character === against[i] ? character : <mark>{character}</mark>}</Fragment>;
      })}
    </>
  );
}
