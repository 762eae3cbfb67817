import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassMark } from '../parts/marks.js';
import type { Group, Pair } from './Duplicates.js';
import { candidateLetter, letterOf } from './letters.js';

interface Props {
  readonly group: Group;
  /** Of the record and of each candidate. */
  readonly contacts: readonly (Group['contact'] | null)[];
  readonly focus: number;
  readonly onFocus: (candidate: number) => void;
  readonly keptId: string | null;
  readonly onKeep: (personId: string) => void;
  readonly children: ReactNode;
}

/** A letter over each record, how likely each candidate is and in how much it differs; a press gives a candidate the focus. */
export function ColumnHeads({ group, contacts, focus, onFocus, keptId, onKeep, children }: Props) {
  const { t } = useTranslation();
  const { first, pairs, elsewhere } = group;
  const keep = (personId: string, column: number) => (
    <label className="inline">
      <input
        type="radio"
        name="kept"
        aria-label={t('more.duplicates.keep', { one: letterOf(column) })}
        checked={keptId === personId}
        onChange={() => onKeep(personId)}
      />
      {contacts[column] && <ClassMark cls={contacts[column].cls} />}
      <span className="muted">{keptId === personId && t('more.duplicates.stays')}</span>
    </label>
  );
  const heads: { readonly key: string; readonly says: string; readonly rest: ReactNode; readonly title: string }[] = [
    ...pairs.map((pair, i) => ({
      key: pair.id,
      says: t(`more.duplicates.likelihood.${pair.likelihood}`),
      rest: keep(pair.people[1]!.id, i + 1),
      title: differing(pair, t),
    })),
    ...(elsewhere
      ? [
          {
            key: 'elsewhere',
            says: `${t('more.duplicates.elsewhere.exists')} · ${t(`more.duplicates.likelihood.${elsewhere.likelihood}`)}`,
            rest: null,
            title: '',
          },
        ]
      : []),
  ];
  return (
    <thead>
      {heads.length > 1 && (
        // On a phone one candidate is shown at a time: these change it.
        <tr className="swipe">
          <td colSpan={4}>
            {heads.map(({ key, says }, i) => (
              <button key={key} type="button" className="btn small" aria-pressed={i === focus} onClick={() => onFocus(i)}>
                {candidateLetter(i)} {says}
              </button>
            ))}
          </td>
        </tr>
      )}
      <tr>
        <th />
        <th className="first">
          <b>{letterOf(0)}</b> {pairs.length > 0 ? keep(first.id, 0) : contacts[0] && <ClassMark cls={contacts[0].cls} />}
        </th>
        {heads.map(({ key, says, rest, title }, i) => (
          <th key={key} className={i === focus ? 'candidate focused' : 'candidate'}>
            <button type="button" className="head" aria-pressed={i === focus} onClick={() => onFocus(i)}>
              <b>{candidateLetter(i)}</b> {says}
              <span className="muted">{title}</span>
            </button>
            {rest}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'cases.field.name',
  sex: 'cases.field.sex',
  birthOn: 'more.duplicates.birthOn',
  documents: 'cases.field.docNo',
  phones: 'cases.field.phone',
  address: 'cases.field.address',
  area: 'cases.column.area',
};

/** In words which fields differ from the first record. */
function differing({ differing: fields }: Pair, t: (key: string, values?: Record<string, unknown>) => string): string {
  const words = fields.map((field) => t(FIELD_WORDS[field] ?? field)).join(t('more.duplicates.comma'));
  return words === '' ? t('more.duplicates.nothingDiffers') : t('more.duplicates.differs', { fields: words });
}
