import { Field, ObjectType } from '@nestjs/graphql';
import { type Ref } from '../platform/ref.js';
import { InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';

@ObjectType({ description: 'One reading of a typed time.' })
export class TimeChoice {
  @Field(() => InstantMark, { description: 'The instant.' })
  instant!: number;

  @Field(() => Words, { description: 'How it is said, with date and weekday.' })
  echo!: Ref<Words>;
}

@ObjectType({ description: 'What was understood from a typed time.' })
export class TypedTime {
  @Field(() => InstantMark, { nullable: true, description: 'The instant, when there is one reading.' })
  instant!: number | null;

  @Field(() => Words, { nullable: true, description: 'How it is said.' })
  echo!: Words | null;

  @Field(() => [TimeChoice], { description: 'Readings to choose from.' })
  choices!: TimeChoice[];

  @Field(() => Words, { nullable: true, description: 'Why it could not be read.' })
  error!: Words | null;
}
