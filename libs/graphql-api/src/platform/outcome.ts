/** Every outcome carries the name of its GraphQL type. */
export const byKind = (value: { kind: string }): string => value.kind;
