import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'A node of the chain view.' })
export class ChainNode {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'case, contact or place.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => InstantMark, { nullable: true, description: 'Onset, or sample, or last exposure.' })
  at!: number | null;

  @Field(() => String, { nullable: true, description: 'Category of a case.' })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'Class of a contact.' })
  cls!: string | null;

  @Field(() => Int, { nullable: true, description: 'Generation, from 1.' })
  generation!: number | null;

  @Field(() => ID, { description: 'Id of the case or contact behind it.' })
  subjectId!: string;
}

@ObjectType({ description: 'A link of the chain view.' })
export class ChainEdge {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => ID, { description: 'From node.' })
  from!: string;

  @Field(() => ID, { description: 'To node.' })
  to!: string;

  @Field(() => String, { description: 'recorded, proposed or exposure.' })
  state!: string;

  @Field(() => InstantMark, { nullable: true, description: 'Day of the exposure.' })
  at!: number | null;

  @Field(() => String, { nullable: true, description: 'Place.' })
  place!: string | null;
}

@ObjectType({ description: 'Cases, contacts and places with their links.' })
export class Chain {
  @Field(() => [ChainNode], { description: 'The nodes.' })
  nodes!: ChainNode[];

  @Field(() => [ChainEdge], { description: 'The links.' })
  edges!: ChainEdge[];

  @Field(() => Int, { description: 'Connected groups among the cases.' })
  components!: number;
}
