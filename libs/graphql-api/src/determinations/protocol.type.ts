import { Field, Float, ObjectType } from '@nestjs/graphql';
import { type Ref } from '../platform/ref.js';
import { DayMark, InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'A rule of a protocol, to be read aloud.' })
export class ProtocolRule {
  @Field(() => String, { description: 'Stable id.' })
  id!: string;

  @Field(() => Words, { description: 'Words.' })
  label!: Ref<Words>;

  @Field(() => [String], { description: 'Settings it is for; empty: all.' })
  settings!: string[];

  @Field(() => String, { description: 'Class it gives.' })
  cls!: string;

  @Field(() => String, { description: 'AUTO or PROPOSE.' })
  decision!: string;

  @Field(() => Float, { nullable: true, description: 'Least minutes together, if any.' })
  minMinutes!: number | null;

  @Field(() => [String], { description: 'Where the rule comes from.' })
  sources!: string[];
}

@ObjectType({ description: 'A protocol and its standing here.' })
export class Protocol {
  @Field(() => String, { description: 'Id with version.' })
  id!: string;

  @Field(() => Words, { description: 'Name.' })
  name!: Ref<Words>;

  @Field(() => String, { description: 'Version.' })
  version!: string;

  @Field(() => DayMark, { nullable: true, description: 'In force from.' })
  validFrom!: string | null;

  @Field(() => DayMark, { nullable: true, description: 'In force until.' })
  validTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Who verified it here.' })
  verifiedBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When.' })
  verifiedAt!: number | null;

  @Field(() => Boolean, { description: 'Only for the demo.' })
  demoOnly!: boolean;

  @Field(() => [String], { description: 'Where its numbers come from.' })
  sources!: string[];

  @Field(() => [ProtocolRule], { description: 'Its rules.' })
  rules!: ProtocolRule[];

  @Field(() => [Words], { description: 'How the window is set, one sentence a kind of case.' })
  windows!: Words[];
}

@ObjectType({ description: 'A protocol that a case can be judged by.' })
export class ProtocolChoice {
  @Field(() => String, { description: 'Its id.' })
  id!: string;

  @Field(() => Words, { description: 'Name.' })
  name!: Ref<Words>;

  @Field(() => String, { description: 'The version that judges now.' })
  version!: string;

  @Field(() => Boolean, { description: 'Founded here: it did not come with the program.' })
  founded!: boolean;
}
