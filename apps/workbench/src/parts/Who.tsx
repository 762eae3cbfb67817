import type { PersonBitsFragment } from '@tracewright/api-client';
import { NEED_WORDS, SEX_WORDS, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';

type Named = Pick<PersonBitsFragment, 'name' | 'sex' | 'age'> & { readonly description?: string | null };

export function usePersonName(): (person: Named | null | undefined) => string {
  const { t } = useTranslation();
  return (person) => person?.name || person?.description || t('frame.unnamed');
}

/** Name, age and sex in one line, as people are called. */
export function Who({ person }: { readonly person: Named }) {
  const nameOf = usePersonName();
  return (
    <span className="who">
      <b>{nameOf(person)}</b> <SexAge person={person} />
    </span>
  );
}

export function SexAge({ person }: { readonly person: Named }) {
  const lang = useLang();
  const { t } = useTranslation();
  const sex = wordOf(SEX_WORDS, person.sex, lang);
  const age = person.age === null ? '' : t('frame.age', { age: person.age });
  return <span className="sub">{[age, sex].filter(Boolean).join(' ')}</span>;
}

export function Needs({ needs }: { readonly needs: readonly string[] }) {
  const lang = useLang();
  if (needs.length === 0) return null;
  return <span className="needs">{needs.map((need) => wordOf(NEED_WORDS, need, lang)).join(' · ')}</span>;
}
