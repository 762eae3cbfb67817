import { SEX_WORDS, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import type { Pair } from './Duplicates.js';

export type Person = Pair['people'][number];

/** Rows of the table to the fields that the identity engine weighs. */
export const PARTS: Readonly<Record<string, string>> = {
  name: 'name',
  document: 'document',
  phone: 'phone',
  birthOn: 'birth',
  sex: 'sex',
  address: 'address',
};

/** What is compared of each record, row by row. */
export function useFieldRows(): { field: string; label: string; value: (person: Person) => string }[] {
  const { t } = useTranslation();
  const lang = useLang();
  return [
    { field: 'name', label: t('cases.field.name'), value: (person) => person.name ?? person.description ?? '' },
    { field: 'birthOn', label: t('more.duplicates.birthOn'), value: (person) => person.birthOn ?? '' },
    { field: 'sex', label: t('cases.field.sex'), value: (person) => wordOf(SEX_WORDS, person.sex, lang) },
    { field: 'document', label: t('cases.field.docNo'), value: (person) => person.documents.map((one) => one.no).join(' ') },
    { field: 'phone', label: t('cases.field.phone'), value: (person) => person.phones.join(' ') },
    { field: 'address', label: t('cases.field.address'), value: (person) => person.address ?? '' },
    { field: 'area', label: t('cases.column.area'), value: (person) => person.areaName ?? '' },
  ];
}
