import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../libs/graphql-api/schema.graphql', import.meta.url), 'utf8'));
/** Deeper than anything the screens ask. */
const DEPTH = 5;

/** Every field of a type that asks for no argument, down to a depth. */
function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type))
    return `{ __typename ${schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} ${selectionOf(one, depth)}`)
      .join(' ')} }`;
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field: GraphQLField<unknown, unknown>) => {
    const inner = getNamedType(field.type);
    const leaf = !isObjectType(inner) && !isAbstractType(inner);
    if (field.args.some(isRequiredArgument) || (!leaf && depth === 0)) return [];
    return [`${field.name}${leaf ? '' : ` ${selectionOf(inner, depth - 1)}`}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** A question that asks all there is below a field of Query, whatever any screen asks. `args` as they are written, `(first: 1)`. */
export function everythingOf(field: string, args = ''): string {
  const asked = schema.getQueryType()!.getFields()[field];
  if (!asked) throw new Error(`There is no ${field} to ask.`);
  return `{ ${field}${args} ${selectionOf(getNamedType(asked.type), DEPTH)} }`;
}
