import { z } from 'zod';
import { protocolFile, settings } from './schema.js';

/** What may stand in a field of a protocol file, told by the schema itself: a form built from it lacks none. */
export type FieldShape =
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number | null }
  /** `onlyTrue`: what is not so is left out. */
  | { readonly kind: 'flag'; readonly onlyTrue: boolean }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'settings' }
  /** A number, or a word that stands for one. */
  | { readonly kind: 'number-or-word'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: FieldShape; readonly least: number }
  | { readonly kind: 'group'; readonly fields: readonly ProtocolField[] }
  /** One entry a class of contacts. */
  | { readonly kind: 'by-class'; readonly item: FieldShape };

export interface ProtocolField {
  readonly key: string;
  readonly shape: FieldShape;
  /** The file cannot be read without it. */
  readonly needed: boolean;
  /** May be null. */
  readonly nullable: boolean;
  /** What holds when it is absent; undefined: nothing is said then. */
  readonly fallback: unknown;
}

type Schema = z.core.$ZodType;
const inner = (schema: Schema): Schema => {
  const def = schema._zod.def as { innerType?: Schema; in?: Schema };
  return (def.innerType ?? def.in)!;
};
const kindOf = (schema: Schema): string => schema._zod.def.type;
const WRAPPED = new Set(['optional', 'nullable', 'default', 'pipe']);

function numberShape(schema: z.ZodNumber): FieldShape {
  const { minValue, isInt } = schema;
  return { kind: 'number', whole: isInt, least: minValue !== null && Number.isFinite(minValue) && minValue > -1e15 ? minValue : null };
}

function literalsOf(schema: Schema): string[] {
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return [];
}

function shapeOf(schema: Schema): FieldShape {
  if (schema === settings) return { kind: 'settings' };
  if (WRAPPED.has(kindOf(schema))) return shapeOf(inner(schema));
  if (schema instanceof z.ZodObject) return { kind: 'group', fields: fieldsOf(schema) };
  if (schema instanceof z.ZodArray) {
    const checks = schema._zod.def.checks ?? [];
    const least = checks.some((check) => check._zod.def.check === 'min_length') ? 1 : 0;
    return { kind: 'list', item: shapeOf(schema.element), least };
  }
  if (schema instanceof z.ZodRecord) return { kind: 'by-class', item: shapeOf(schema.valueType) };
  if (schema instanceof z.ZodUnion) return { kind: 'number-or-word', values: schema.options.flatMap((one: Schema) => literalsOf(one)) };
  if (schema instanceof z.ZodBoolean) return { kind: 'flag', onlyTrue: false };
  if (schema instanceof z.ZodLiteral && schema.values.has(true)) return { kind: 'flag', onlyTrue: true };
  if (schema instanceof z.ZodNumber) return numberShape(schema);
  if (schema instanceof z.ZodISODate) return { kind: 'day' };
  if (schema instanceof z.ZodString) return { kind: 'text' };
  const values = literalsOf(schema);
  if (values.length > 0) return { kind: 'choice', values };
  throw new Error(`No form is known for ${kindOf(schema)}: give it one in protocol-fields.`);
}

function fieldOf(key: string, schema: Schema): ProtocolField {
  let [needed, nullable, fallback] = [true, false, undefined as unknown];
  for (let one: Schema | undefined = schema; one && one !== settings && WRAPPED.has(kindOf(one)); one = inner(one)) {
    const kind = kindOf(one);
    if (kind === 'optional' || kind === 'default') needed = false;
    if (kind === 'nullable') nullable = true;
    if (kind === 'default') fallback = (one._zod.def as unknown as { defaultValue: unknown }).defaultValue;
  }
  return { key, shape: shapeOf(schema), needed, nullable, fallback };
}

const fieldsOf = (schema: z.ZodObject): ProtocolField[] =>
  Object.entries(schema.shape).map(([key, field]) => fieldOf(key, field as Schema));

let known: readonly ProtocolField[] | undefined;

/** The fields of a protocol file, in the order of the schema. */
export function protocolFields(): readonly ProtocolField[] {
  known ??= fieldsOf(protocolFile);
  return known;
}

/** What a group begins with when it is added: what it cannot be without, each with the first that may stand there. */
export function starterOf(shape: FieldShape): unknown {
  if (shape.kind === 'group')
    return Object.fromEntries(shape.fields.filter((f) => f.needed).map(({ key, shape: own }) => [key, starterOf(own)]));
  if (shape.kind === 'list') return shape.least > 0 ? [starterOf(shape.item)] : [];
  if (shape.kind === 'settings') return [];
  if (shape.kind === 'choice') return shape.values[0];
  if (shape.kind === 'number') return Math.max(0, shape.least ?? 0);
  if (shape.kind === 'number-or-word') return shape.values[0];
  if (shape.kind === 'flag') return true;
  return shape.kind === 'by-class' ? {} : '';
}
