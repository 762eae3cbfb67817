import { schemaKeyOf } from '@tracewright/workbench-model';
import { FieldFrame } from './FieldFrame.js';
import type { FieldProps } from './Fields.js';
import { ByClassInput, CardsInput, GroupInput } from './group-inputs.js';
import { ChoiceListInput, NumberListInput, TextListInput } from './list-inputs.js';
import { ChoiceInput, DayInput, FlagInput, NumberInput, NumberOrWordInput, TextInput } from './plain-inputs.js';
import { RuleList } from './RuleList.js';
import { SettingsInput } from './SettingsInput.js';
import { classesOf } from './suggestions.js';
import { useDraftFile } from './use-draft.js';

/** A field of the schema as what it is edited with. The schema says which: a field it gains appears here by itself. */
export function FieldInput({ field, path }: FieldProps) {
  const { file } = useDraftFile();
  const { shape } = field;
  const given = { field, path };
  const plain = { path, needed: field.needed };
  if (path.length === 1 && field.key === 'exposure') return <RuleList field={field} />;
  if (schemaKeyOf(path) === 'exposure.cls')
    return (
      <FieldFrame {...plain}>
        <ChoiceInput {...given} values={classesOf(file)} />
      </FieldFrame>
    );
  if (shape.kind === 'group') return <GroupInput {...given} shape={shape} />;
  if (shape.kind === 'by-class' && shape.item.kind === 'group') return <ByClassInput path={path} item={shape.item} />;
  if (shape.kind === 'list' && shape.item.kind === 'group') return <CardsInput path={path} item={shape.item} />;
  if (shape.kind === 'list' && shape.item.kind === 'choice')
    return (
      <FieldFrame {...plain} many below>
        <ChoiceListInput {...given} item={shape.item} />
      </FieldFrame>
    );
  if (shape.kind === 'list' && shape.item.kind === 'number')
    return (
      <FieldFrame {...plain} below>
        <NumberListInput {...given} />
      </FieldFrame>
    );
  if (shape.kind === 'list')
    return (
      <FieldFrame {...plain} many wide below>
        <TextListInput {...given} />
      </FieldFrame>
    );
  if (shape.kind === 'settings')
    return (
      <FieldFrame {...plain} many wide below>
        <SettingsInput path={path} />
      </FieldFrame>
    );
  return (
    <FieldFrame {...plain}>
      {shape.kind === 'number' && <NumberInput {...given} />}
      {shape.kind === 'choice' && <ChoiceInput {...given} values={shape.values} />}
      {shape.kind === 'flag' && <FlagInput {...given} onlyTrue={shape.onlyTrue} />}
      {shape.kind === 'number-or-word' && <NumberOrWordInput {...given} values={shape.values} />}
      {shape.kind === 'day' && <DayInput {...given} />}
      {shape.kind === 'text' && <TextInput {...given} />}
    </FieldFrame>
  );
}
