import type { ProtocolField } from '@tracewright/epi-core';
import type { FilePath } from '@tracewright/workbench-model';
import { type ComponentType, createContext, useContext } from 'react';

export interface FieldProps {
  readonly field: ProtocolField;
  readonly path: FilePath;
}

/** What draws a field. Groups draw fields and a field may be a group: which of them knows the other is settled here. */
const DrawContext = createContext<ComponentType<FieldProps> | null>(null);
export const DrawFields = DrawContext.Provider;

export function Fields({ fields, path }: { readonly fields: readonly ProtocolField[]; readonly path: FilePath }) {
  const Field = useContext(DrawContext);
  if (!Field) throw new Error('Fields stand outside of a form.');
  return (
    <div className="fields">
      {fields.map((field) => (
        <Field key={field.key} field={field} path={[...path, field.key]} />
      ))}
    </div>
  );
}
