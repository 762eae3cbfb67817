import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'Somebody whom another derivation puts elsewhere.' })
export class PreviewChange {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Name as the asker may see it.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Class afterwards; null when they would no longer be a contact.' })
  cls!: string | null;

  @Field(() => String, { nullable: true, description: 'Class before.' })
  was!: string | null;

  @Field(() => String, { description: 'definite or possible.' })
  certainty!: string;

  @Field(() => String, { description: 'ADDED, REMOVED, UPGRADED, DOWNGRADED or DATES.' })
  kind!: string;
}

@ObjectType({ description: 'What another derivation would change in the contacts.' })
export class ContactDiff {
  @Field(() => [PreviewChange], { description: 'Person by person.' })
  changes!: PreviewChange[];

  @Field(() => Int, { description: 'New definite first-degree contacts.' })
  addedClose!: number;

  @Field(() => Int, { description: 'New secondary contacts.' })
  addedSecond!: number;

  @Field(() => Int, { description: 'New possible ones.' })
  addedPossible!: number;

  @Field(() => Int, { description: 'No longer contacts.' })
  removed!: number;

  @Field(() => Int, { description: 'Into a stricter class.' })
  upgraded!: number;

  @Field(() => Int, { description: 'Into a weaker class.' })
  downgraded!: number;

  @Field(() => Int, { description: 'Other dates.' })
  dates!: number;
}

@ObjectType({ description: 'What saving an edit would change.' })
export class TrajectoryPreview extends ContactDiff {
  @Field(() => Words, {
    nullable: true,
    description: 'Why second contacts are missing, when they are too many to be derived, and what to do.',
  })
  leftOut!: Words | null;

  @Field(() => Int, { description: 'Milliseconds the answer took.' })
  tookMs!: number;
}
