import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which contacts, by the same words as the list.' })
export class ContactFilterInput {
  @Field(() => String, { nullable: true, description: 'Tab.' })
  view?: string | null;

  @Field(() => String, { nullable: true, description: 'Class.' })
  cls?: string | null;

  @Field(() => ID, { nullable: true, description: 'Case.' })
  caseId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Area subtree.' })
  areaId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they stand.' })
  observation?: string | null;

  @Field(() => String, { nullable: true, description: 'Name, pinyin, full phone or document, case number.' })
  text?: string | null;
}

@InputType({ description: 'A step for contacts, chosen one by one or by filter.' })
export class ReviewContactsInput {
  @Field(() => String, { description: 'accept, confirm, exclude, return, check or reopen.' })
  step!: string;

  @Field(() => [ID], { nullable: true, description: 'These contacts.' })
  contactIds?: string[] | null;

  @Field(() => ContactFilterInput, { nullable: true, description: 'Or all that match.' })
  filter?: ContactFilterInput | null;

  @Field(() => ID, { nullable: true, description: 'Exclude as contact of this case only.' })
  caseId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType({ description: 'Contacts to push, chosen one by one or by filter.' })
export class PushContactsInput {
  @Field(() => [ID], { nullable: true, description: 'These contacts.' })
  contactIds?: string[] | null;

  @Field(() => ContactFilterInput, { nullable: true, description: 'Or all that match.' })
  filter?: ContactFilterInput | null;
}
