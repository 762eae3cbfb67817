import { PUSH } from '@tracewright/epi-core';
import { SEX_WORDS, wordOf } from '@tracewright/workbench-model';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { ClassMark } from '../parts/marks.js';
import { When } from '../parts/When.js';
import type { Pair } from './Duplicates.js';
import { Bits, type EvidenceOfPair } from './Evidence.js';

interface Props {
  readonly pair: Pair;
  readonly keptId: string | null;
  readonly onKeep: (personId: string) => void;
  /** Null while it is not told. */
  readonly told: EvidenceOfPair | null;
  /** The waterfall of bits beside the words. */
  readonly scored: boolean;
}

type Person = Pair['people'][number];

/** Rows of the table to the fields that the identity engine weighs. */
const PARTS: Readonly<Record<string, string>> = {
  name: 'name',
  document: 'document',
  phone: 'phone',
  birthOn: 'birth',
  sex: 'sex',
  address: 'address',
};

/** The same field of each record in one row; characters that differ from the first record are lit and never masked. */
export function SideBySide({ pair, keptId, onKeep, told, scored }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const first = pair.people[0];
  const rows: [string, string, (person: Person) => string][] = [
    ['name', t('cases.field.name'), (person) => person.name ?? person.description ?? ''],
    ['birthOn', t('more.duplicates.birthOn'), (person) => person.birthOn ?? ''],
    ['sex', t('cases.field.sex'), (person) => wordOf(SEX_WORDS, person.sex, lang)],
    ['document', t('cases.field.docNo'), (person) => person.documents.map((one) => one.no).join(' ')],
    ['phone', t('cases.field.phone'), (person) => person.phones.join(' ')],
    ['address', t('cases.field.address'), (person) => person.address ?? ''],
    ['area', t('cases.column.area'), (person) => person.areaName ?? ''],
  ];
  const levelOf = (field: string): string => {
    const one = told?.evidence.fields.find(({ part }) => part === PARTS[field]);
    if (!one) return '';
    return one.level === 'missing'
      ? t('more.duplicates.missing')
      : t(`more.duplicates.level.${one.part}.${one.level}`, { defaultValue: '' });
  };
  const bits = (part: string | undefined) =>
    scored && told ? <Bits step={told.picture.steps.find((one) => one.part === part)} picture={told.picture} /> : null;
  const contactOf = (person: Person) => pair.contacts.find((contact) => contact.person.id === person.id);
  return (
    <div className="scroll grow">
      <table className="side-by-side">
        <thead>
          <tr>
            <th />
            {pair.people.map((person, i) => (
              <th key={person.id}>
                <label className="inline">
                  <input type="radio" name="kept" checked={keptId === person.id} onChange={() => onKeep(person.id)} />{' '}
                  {String.fromCharCode(65 + i)} {contactOf(person) && <ClassMark cls={contactOf(person)?.cls ?? null} />}
                  <span className="muted">{keptId === person.id && t('more.duplicates.stays')}</span>
                </label>
              </th>
            ))}
            <th className="says">{t('more.duplicates.ab')}</th>
          </tr>
        </thead>
        <tbody>
          {scored && told && (
            <tr>
              <th>{t('more.duplicates.prior')}</th>
              <td colSpan={pair.people.length} className="muted">
                {t('more.duplicates.priorSays')}
              </td>
              <td className="says">{bits('prior')}</td>
            </tr>
          )}
          {rows.map(([field, label, value]) => (
            <tr key={field} className={pair.differing.some((one) => one.startsWith(field)) ? 'differs' : ''}>
              <th>{label}</th>
              {pair.people.map((person) => (
                <td key={person.id} className="num">
                  <Lit text={value(person) || '—'} against={first ? value(first) || '—' : ''} />
                  {field === 'document' && person.documents[0] && (
                    <div className={person.documents[0].valid ? 'ok' : 'late'}>
                      {t(person.documents[0].valid ? 'more.duplicates.valid' : 'more.duplicates.invalid')}
                    </div>
                  )}
                </td>
              ))}
              <td className="says">
                {levelOf(field)}
                {bits(PARTS[field])}
              </td>
            </tr>
          ))}
          {told && (scored || told.evidence.veto) && (
            <tr className="in-all">
              <th>{t('more.duplicates.total')}</th>
              <td colSpan={pair.people.length}>
                {told.evidence.veto?.[lang]}{' '}
                {scored && (
                  <span className="muted">
                    {t('more.duplicates.scale', { percent: `${(told.evidence.probability * 100).toFixed(1)}%` })}
                  </span>
                )}
              </td>
              <td className="says">{bits('total')}</td>
            </tr>
          )}
          <tr>
            <th>{t('contacts.column.cases')}</th>
            {pair.people.map((person) => (
              <td key={person.id}>
                {contactOf(person)
                  ?.caseNos.map((no) => `#${no}`)
                  .join(' ')}{' '}
                {contactOf(person)?.placeName}
              </td>
            ))}
          </tr>
          <tr>
            <th>{t('contacts.column.last')}</th>
            {pair.people.map((person) => (
              <td key={person.id}>
                <When at={contactOf(person)?.last} />
              </td>
            ))}
          </tr>
          <tr>
            <th>{t('frame.desk.push')}</th>
            {pair.people.map((person) => (
              <td key={person.id}>
                {contactOf(person)?.areaName} {wordOf(PUSH, contactOf(person)?.push, lang)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
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
