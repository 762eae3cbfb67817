import { Field, Float, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A decision on two records.' })
export class DecideDuplicateInput {
  @Field(() => ID, { description: 'The pair.' })
  pairId!: string;

  @Field(() => String, { description: 'same, not-same, later or household.' })
  decision!: string;

  @Field(() => ID, { nullable: true, description: 'Record that stays; absent: the one that was pushed, else the older.' })
  keptId?: string | null;

  @Field(() => Float, { nullable: true, description: 'How long it was looked at.' })
  seconds?: number | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note?: string | null;
}

@InputType({ description: 'All records of a group are one person.' })
export class MergeGroupInput {
  @Field(() => [ID], { description: 'The pairs, all of which share one record.' })
  pairIds!: string[];

  @Field(() => ID, { nullable: true, description: 'Record that stays; absent: the one that was pushed, else the oldest.' })
  keptId?: string | null;

  @Field(() => Float, { nullable: true, description: 'How long they were looked at.' })
  seconds?: number | null;
}
