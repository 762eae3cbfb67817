import { type FieldMapping, type ImportMapping, mapValues, valuesOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly mapping: ImportMapping;
  readonly group: number;
  readonly field: string;
  readonly from: FieldMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** How the values of one column are written: words of the file to words of ours, and the order of a date. */
export function ValueMap({ mapping, group, field, from, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    Object.entries(from.values ?? {})
      .map(([ours, theirs]) => `${ours} = ${theirs}`)
      .join('\n'),
  );
  const [format, setFormat] = useState(from.format ?? '');
  const give = (values: string, order: string) =>
    onChange(mapValues(mapping, group, field, { values: valuesOf(values), format: order.trim() }));
  return (
    <details>
      <summary className="sub">
        {t('more.import.values')} {from.values && Object.keys(from.values).length}
      </summary>
      <textarea
        rows={3}
        aria-label={t('more.import.valuesFor', { field })}
        placeholder={t('more.import.valuesHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          give(event.target.value, format);
        }}
      />
      <input
        aria-label={t('more.import.formatFor', { field })}
        placeholder="YYYY-MM-DD HH:mm"
        value={format}
        onChange={(event) => {
          setFormat(event.target.value);
          give(text, event.target.value);
        }}
      />
    </details>
  );
}
