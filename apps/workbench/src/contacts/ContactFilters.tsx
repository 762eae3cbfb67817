import { useQuery } from '@apollo/client/react';
import { CasesDocument } from '@tracewright/api-client';
import { OBSERVATION } from '@tracewright/epi-core';
import { CLASS_WORDS, type ContactSort } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { AreaPicker } from '../parts/AreaPicker.js';
import { SearchField } from '../parts/SearchField.js';

interface Props {
  readonly params: URLSearchParams;
  readonly onChange: (changes: Record<string, string | null>) => void;
  readonly sorts: readonly ContactSort[];
  readonly sort: ContactSort;
  readonly exports: (format: 'csv' | 'xlsx') => string;
  readonly onReceive: (() => void) | null;
}

export function ContactFilters({ params, onChange, sorts, sort, exports, onReceive }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { data } = useQuery(CasesDocument, { variables: { first: 200 }, fetchPolicy: 'cache-first' });
  const value = (key: string) => params.get(key) ?? '';
  return (
    <div className="filters">
      <SearchField label={t('contacts.find')} value={value('text')} onSearch={(text) => onChange({ text })} />
      <select aria-label={t('contacts.column.class')} value={value('cls')} onChange={(event) => onChange({ cls: event.target.value })}>
        <option value="">{t('contacts.anyClass')}</option>
        {['CLOSE', 'SECOND', 'GENERAL'].map((key) => (
          <option key={key} value={key}>
            {CLASS_WORDS[key]?.[lang]}
          </option>
        ))}
      </select>
      <select
        aria-label={t('contacts.column.cases')}
        value={value('caseId')}
        onChange={(event) => onChange({ caseId: event.target.value })}
      >
        <option value="">{t('contacts.anyCase')}</option>
        {data?.cases.nodes.map((one) => (
          <option key={one.id} value={one.id}>
            {t('cases.caseNo', { no: one.no })}
          </option>
        ))}
      </select>
      <select
        aria-label={t('contacts.column.state')}
        value={value('observation')}
        onChange={(event) => onChange({ observation: event.target.value })}
      >
        <option value="">{t('contacts.anyState')}</option>
        {Object.entries(OBSERVATION).map(([key, words]) => (
          <option key={key} value={key}>
            {words[lang]}
          </option>
        ))}
      </select>
      <span className="filter-area">
        <AreaPicker
          label={t('contacts.anyArea')}
          placeholder={t('contacts.anyArea')}
          value={params.get('areaId')}
          onChange={(areaId) => onChange({ areaId })}
        />
      </span>
      <span className="sp" />
      <select aria-label={t('contacts.sort')} value={sort} onChange={(event) => onChange({ sort: event.target.value })}>
        {sorts.map((key) => (
          <option key={key} value={key}>
            {t(`contacts.sorts.${key}`)}
          </option>
        ))}
      </select>
      {onReceive && (
        <button type="button" className="btn small" onClick={onReceive}>
          {t('contacts.receive')}
        </button>
      )}
      <span className="inline">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} className="btn small" href={exports(format)} download>
            {t('contacts.export')} {format}
          </a>
        ))}
      </span>
    </div>
  );
}
