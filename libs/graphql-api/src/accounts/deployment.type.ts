import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'What this installation is.' })
export class Deployment {
  @Field(() => Boolean, { description: 'Invented outbreak, clock offset to April 2022.' })
  demo!: boolean;

  @Field(() => InstantMark, { description: "The one clock's time." })
  now!: number;

  @Field(() => String, { description: 'Zone of calendar days.' })
  tz!: string;

  @Field(() => ID, { nullable: true, description: 'Area that answers here.' })
  homeAreaId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  homeAreaName!: string | null;

  @Field(() => String, { description: 'Version of the program.' })
  version!: string;
}

@ObjectType({ description: 'Numbers beside the entries of the rail.' })
export class Counts {
  @Field(() => Int, { description: 'Cases in the area.' })
  cases!: number;

  @Field(() => Int, { description: 'Contacts in the list.' })
  contacts!: number;

  @Field(() => Int, { description: 'New ones a tracer has not decided.' })
  fresh!: number;

  @Field(() => Int, { description: 'Possible ones to verify.' })
  toVerify!: number;

  @Field(() => Int, { description: 'Accepted ones the database desk has not checked.' })
  toCheck!: number;

  @Field(() => Int, { description: 'Groups to review, as the queue shows them.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Accepted and not sent.' })
  unsent!: number;

  @Field(() => Int, { description: 'To be located.' })
  toLocate!: number;

  @Field(() => Int, { description: 'Derivation differs from what was accepted.' })
  changed!: number;

  @Field(() => Int, { description: 'Sent and not acknowledged.' })
  unacked!: number;

  @Field(() => Int, { description: 'Waiting for a vehicle.' })
  waiting!: number;

  @Field(() => Int, { description: 'Past their limit.' })
  overdue!: number;

  @Field(() => Int, { description: 'Open tasks of the role.' })
  tasks!: number;

  @Field(() => Int, { description: 'Unread notices of the area.' })
  notices!: number;
}
