import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'Somebody who may sign in.' })
export class Account {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Name on the badge.' })
  name!: string;

  @Field(() => String, { description: 'What is typed to sign in.' })
  login!: string;

  @Field(() => String, { description: 'Which of the nine roles.' })
  role!: string;

  @Field(() => ID, { description: 'Area the account works in, with everything below it.' })
  areaId!: string;

  @Field(() => String, { description: "That area's name." })
  areaName!: string;

  @Field(() => String, { description: 'Path of ids from the root to the area.' })
  areaPath!: string;

  @Field(() => Boolean, { description: 'The password must be changed before anything else.' })
  mustChange!: boolean;

  @Field(() => Boolean, { description: 'Whether full records are to be asked for first.' })
  needsPurpose!: boolean;

  @Field(() => String, { nullable: true, description: 'What the records are needed for, said once a shift.' })
  purpose!: string | null;

  @Field(() => ID, { nullable: true, description: 'Isolation site of a site account.' })
  siteId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Vehicle of a crew account.' })
  vehicleId!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'Since when locked.' })
  lockedAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'No sign-in from then on.' })
  expiresAt!: number | null;
}
