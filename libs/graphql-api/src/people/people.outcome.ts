import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { FieldProblem, InvalidInput, NotAllowed, NotFound } from '../platform/problem.type.js';

@ObjectType({ description: 'Somebody named who was known already.' })
export class AlreadyKnown {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [String], { description: 'Cases they are a contact of.' })
  alreadyContactOf!: string[];

  @Field(() => String, { nullable: true, description: 'Area they were sent to.' })
  sentTo!: string | null;
}

@ObjectType({ description: 'People are named.' })
export class PeopleNamed {
  @Field(() => Int, { description: 'How many.' })
  named!: number;

  @Field(() => [AlreadyKnown], { description: 'Who was known already.' })
  already!: AlreadyKnown[];

  @Field(() => [FieldProblem], { description: 'Lines that could not be used, with the reason.' })
  refused!: FieldProblem[];
}

@ObjectType({ description: 'A number was opened, and that was recorded.' })
export class PhoneOpened {
  @Field(() => [String], { description: 'In full.' })
  phones!: string[];
}

export const NamePeopleOutcome = createUnionType({
  name: 'NamePeopleOutcome',
  description: 'What may come of it.',
  types: () => [PeopleNamed, NotAllowed, NotFound, InvalidInput] as const,
  resolveType: byKind,
});

export const OpenPhoneOutcome = createUnionType({
  name: 'OpenPhoneOutcome',
  description: 'What may come of it.',
  types: () => [PhoneOpened, NotAllowed] as const,
  resolveType: byKind,
});
