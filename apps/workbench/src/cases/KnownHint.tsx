import { useQuery } from '@apollo/client/react';
import { LookUpPersonDocument } from '@tracewright/api-client';
import { readPhone } from '@tracewright/epi-core';
import { useTranslation } from 'react-i18next';

/** Says at once whose contact a typed phone or document is already, and where they were sent. */
export function KnownHint({ phone, docNo }: { readonly phone: string | null; readonly docNo: string | null }) {
  const { t } = useTranslation();
  const read = readPhone(phone ?? '');
  const number = read.kind === 'mobile' || read.kind === 'landline' ? read.number : null;
  const document = docNo && docNo.trim().length >= 7 ? docNo.trim() : null;
  const { data } = useQuery(LookUpPersonDocument, {
    variables: { phone: number, docNo: document },
    skip: number === null && document === null,
    fetchPolicy: 'network-only',
  });
  const known = data?.lookUpPerson;
  if (!known || (number === null && document === null)) return null;
  if (known.elsewhere && !known.found) return <p className="warn">{t('cases.knownElsewhere')}</p>;
  if (!known.found) return null;
  const of = known.alreadyContactOf.map((no) => `#${no}`).join(' ');
  return (
    <p className="warn" role="status">
      {of ? t('cases.knownContact', { name: known.name ?? '', of }) : t('cases.knownPerson', { name: known.name ?? '' })}
      {known.sentTo && ` ${t('cases.knownSentTo', { area: known.sentTo })}`}
    </p>
  );
}
