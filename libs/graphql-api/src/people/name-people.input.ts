import { Field, ID, InputType } from '@nestjs/graphql';
import { DayMark } from '../platform/scalars.js';

@InputType({ description: 'Somebody to name: any one of name, phone, document or description.' })
export class NamedInput {
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Document number.' })
  docNo?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of document.' })
  docType?: string | null;

  @Field(() => String, { nullable: true, description: 'What is known of somebody without a name.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'male, female or unknown.' })
  sex?: string | null;

  @Field(() => DayMark, { nullable: true, description: 'Day of birth.' })
  birthOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Seat or table.' })
  seat?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the guardian among the people of this call, or known to the case.' })
  guardianName?: string | null;
}

@InputType({ description: 'People a case names.' })
export class NamePeopleInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { nullable: true, description: 'Under this stay.' })
  stayId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Named by this close contact.' })
  viaPersonId?: string | null;

  @Field(() => String, { nullable: true, description: 'household, carer or other.' })
  relation?: string | null;

  @Field(() => String, { nullable: true, description: 'Class by hand.' })
  cls?: string | null;

  @Field(() => String, { nullable: true, description: 'Reason for it.' })
  reason?: string | null;

  @Field(() => [NamedInput], { description: 'The people.' })
  people!: NamedInput[];
}
