import { createUnionType, Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { byKind } from './outcome.js';
import { InstantMark } from './scalars.js';

@InterfaceType({ description: 'A foreseen refusal: what was wrong and what to do next, in the language asked for.' })
export abstract class Problem {
  @Field(() => String, { description: 'Stable word for programs.' })
  code!: string;

  @Field(() => String, { description: 'A sentence for people.' })
  message!: string;
}

@ObjectType({ description: 'Done; nothing more to say.' })
export class Done {
  @Field(() => Boolean, { description: 'True.' })
  ok!: boolean;
}

@ObjectType({ description: 'A value that cannot be used.' })
export class FieldProblem {
  @Field(() => String, { description: 'Which field.' })
  field!: string;

  @Field(() => String, { description: 'Why, and what to do.' })
  message!: string;
}

@ObjectType({ implements: () => [Problem], description: 'The role or the area does not allow it.' })
export class NotAllowed extends Problem {}

@ObjectType({ implements: () => [Problem], description: 'There is no such record here.' })
export class NotFound extends Problem {}

@ObjectType({ implements: () => [Problem], description: 'Somebody else changed it first.' })
export class ChangedMeanwhile extends Problem {
  @Field(() => String, { description: 'Who.' })
  by!: string;

  @Field(() => InstantMark, { description: 'When.' })
  at!: number;

  @Field(() => Int, { description: 'Revision now.' })
  rev!: number;
}

@ObjectType({ implements: () => [Problem], description: 'Values that cannot be used.' })
export class InvalidInput extends Problem {
  @Field(() => [FieldProblem], { description: 'Field by field.' })
  fields!: FieldProblem[];
}

@ObjectType({ implements: () => [Problem], description: 'The state does not allow it, or a rule forbids it.' })
export class Refused extends Problem {
  @Field(() => String, { description: 'Name of the rule or state.' })
  rule!: string;
}

export const SimpleOutcome = createUnionType({
  name: 'SimpleOutcome',
  description: 'What may come of it.',
  types: () => [Done, NotAllowed, NotFound, Refused] as const,
  resolveType: byKind,
});

@ObjectType({ description: 'Something changed; ask again what is shown.' })
export class Change {
  @Field(() => String, {
    description: 'cases, contacts, pushes, transfer, ledger, duplicates, imports, accounts, notices, tasks, protocols.',
  })
  topic!: string;

  @Field(() => ID, { nullable: true, description: 'Which record, if one.' })
  id!: string | null;

  @Field(() => Int, { description: 'Revision.' })
  rev!: number;
}
