import { createUnionType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { NotAllowed } from '../platform/problem.type.js';

@InputType({ description: 'Bits of a level, set by hand.' })
export class LevelWeightInput {
  @Field(() => String, { description: 'document, name, birth, sex, phone or address.' })
  part!: string;

  @Field(() => String, { description: 'How far two values agree.' })
  level!: string;

  @Field(() => Float, { description: 'Bits for one person, below 0 against.' })
  bits!: number;
}

@ObjectType({ description: 'A row of a file that could not be used.' })
export class LabelProblem {
  @Field(() => Int, { description: 'As the file counts them; its headers are row 1.' })
  row!: number;

  @Field(() => String, { description: 'Why.' })
  message!: string;
}

@ObjectType({ description: 'Labels of a file were read.' })
export class LabelsRead {
  @Field(() => Int, { description: 'Labels.' })
  read!: number;

  @Field(() => Int, { description: 'Of these kept: of people of the database.' })
  kept!: number;

  @Field(() => [LabelProblem], { description: 'Rows that could not be used.' })
  problems!: LabelProblem[];
}

export const ReadLabelsOutcome = createUnionType({
  name: 'ReadLabelsOutcome',
  description: 'What may come of it.',
  types: () => [LabelsRead, NotAllowed] as const,
  resolveType: byKind,
});
