import { useQuery } from '@apollo/client/react';
import { ProtocolChoicesDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';

interface Props {
  /** Null: none is chosen yet, and the usual one holds. */
  readonly value: string | null;
  readonly onChange: (protocolId: string) => void;
}

/** The protocol a case is judged by: those that came with the program, and those founded here of which a version is active. */
export function ProtocolField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { data } = useQuery(ProtocolChoicesDocument, { fetchPolicy: 'cache-and-network' });
  const choices = data?.protocolChoices ?? [];
  return (
    <label className="field">
      <span>{t('cases.field.protocolId')}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        {value === null && <option value="">{t('cases.usualProtocol')}</option>}
        {value !== null && !choices.some(({ id }) => id === value) && <option value={value}>{value}</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.id} {one.name[lang]}
          </option>
        ))}
      </select>
    </label>
  );
}
