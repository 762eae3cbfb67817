import { protocolFields } from '@tracewright/epi-core';
import { FILE_SECTIONS, isUnder, sectionsOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { FieldProblems } from './FieldFrame.js';
import { FieldInput } from './FieldInput.js';
import { DrawFields, Fields } from './Fields.js';
import { useDraftFile } from './use-draft.js';

/** Open from the start; the rest opens with a key. */
const OPEN = new Set(['rules', 'window']);

/** A protocol as a form: every field of the schema stands in one of its sections. */
export function ProtocolForm() {
  const { t } = useTranslation();
  const { problems } = useDraftFile();
  return (
    <DrawFields value={FieldInput}>
      <div className="protocol-form">
        <FieldProblems path={[]} />
        {sectionsOf(protocolFields(), FILE_SECTIONS).map(({ id, fields }) => {
          const wrong = problems.filter(({ field }) => fields.some(({ key }) => isUnder(field, [key]))).length;
          return (
            <details key={id} className="form-section" open={OPEN.has(id)}>
              <summary>
                <h3>{t(`protocols.section.${id}`)}</h3>
                {wrong > 0 && <span className="late">{t('protocols.problems', { n: wrong })}</span>}
              </summary>
              <Fields fields={fields} path={[]} />
            </details>
          );
        })}
      </div>
    </DrawFields>
  );
}
