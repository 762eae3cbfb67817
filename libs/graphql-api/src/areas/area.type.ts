import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A node of the area tree.' })
export class Area {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Typed level.' })
  level!: string;

  @Field(() => ID, { nullable: true, description: 'Area above.' })
  parentId!: string | null;

  @Field(() => String, { description: 'Path of ids.' })
  path!: string;

  @Field(() => Boolean, { description: 'Nobody of ours works there.' })
  outside!: boolean;

  @Field(() => String, { nullable: true, description: 'Who answers the phone there.' })
  dutyHolder!: string | null;

  @Field(() => String, { nullable: true, description: 'That phone.' })
  phone!: string | null;
}
