import {
  fieldOfColumn,
  type GroupMapping,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ImportMapping,
  mapColumn,
  mapConstant,
  type UploadedSheet,
} from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ValueMap } from './ValueMap.js';

interface Props {
  readonly sheet: UploadedSheet;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** Each column with sample values and the field it was taken for; a row may feed several groups, such as two stays. */
export function MappingTable({ sheet, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const addGroup = (kind: string) => onChange({ ...mapping, groups: [...mapping.groups, { kind, fields: {} }] });
  return (
    <>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t('more.import.column')}</th>
              <th>{t('more.import.samples')}</th>
              {mapping.groups.map((group, i) => {
                const key = `${i}-${group.kind}`;
                return (
                  <th key={key}>
                    {t(`more.import.kind.${group.kind}`)} {i + 1}
                    {i > 0 && (
                      <button
                        type="button"
                        className="plain"
                        aria-label={t('frame.remove')}
                        onClick={() => onChange({ ...mapping, groups: mapping.groups.filter((_, j) => j !== i) })}
                      >
                        ×
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sheet.headers.map((header) => (
              <tr key={header.column}>
                <td>
                  <b>{header.column}</b>
                </td>
                <td className="sub samples">{header.samples.slice(0, 3).join(' · ')}</td>
                {mapping.groups.map((group, i) => {
                  const key = `${i}-${group.kind}`;
                  const field = fieldOfColumn(group, header.column);
                  return (
                    <td key={key}>
                      <select
                        aria-label={t('more.import.fieldFor', { column: header.column })}
                        className={field ? '' : 'unmatched'}
                        value={field ?? ''}
                        onChange={(event) => onChange(mapColumn(mapping, i, header.column, event.target.value || null))}
                      >
                        <option value="">{t('more.import.leaveOut')}</option>
                        {IMPORT_FIELDS[group.kind]?.map((one) => (
                          <option key={one}>{one}</option>
                        ))}
                      </select>
                      {field && group.fields[field] && (
                        <ValueMap key={field} mapping={mapping} group={i} field={field} from={group.fields[field]} onChange={onChange} />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="inline">
        <Constant mapping={mapping} onChange={onChange} />
        <select aria-label={t('more.import.addGroup')} value="" onChange={(event) => event.target.value && addGroup(event.target.value)}>
          <option value="">＋ {t('more.import.addGroup')}</option>
          {IMPORT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`more.import.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

/** A value that stands for every row because no column holds it. */
function Constant({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const { t } = useTranslation();
  const [group, setGroup] = useState(0);
  const [field, setField] = useState('');
  const [value, setValue] = useState('');
  const fields = IMPORT_FIELDS[mapping.groups[group]?.kind ?? ''] ?? [];
  const constants = mapping.groups.flatMap((one: GroupMapping, i) =>
    Object.entries(one.fields).flatMap(([name, from]) => (from.value === undefined ? [] : [{ i, name, value: from.value }])),
  );
  return (
    <span className="inline">
      {mapping.groups.length > 1 && (
        <select aria-label={t('more.import.group')} value={group} onChange={(event) => setGroup(Number(event.target.value))}>
          {mapping.groups.map((one, i) => (
            <option key={`${i}-${one.kind}`} value={i}>
              {i + 1}
            </option>
          ))}
        </select>
      )}
      <select aria-label={t('more.import.constant')} value={field} onChange={(event) => setField(event.target.value)}>
        <option value="">{t('more.import.constant')}</option>
        {fields.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <input aria-label={t('more.import.constantValue')} value={value} onChange={(event) => setValue(event.target.value)} />
      <button
        type="button"
        className="btn small"
        disabled={!field}
        onClick={() => {
          onChange(mapConstant(mapping, group, field, value));
          setValue('');
        }}
      >
        {t('frame.add')}
      </button>
      {constants.map((one) => (
        <button
          key={`${one.i}-${one.name}`}
          type="button"
          className="link"
          onClick={() => onChange(mapConstant(mapping, one.i, one.name, ''))}
        >
          {one.name} = {one.value} ×
        </button>
      ))}
    </span>
  );
}
