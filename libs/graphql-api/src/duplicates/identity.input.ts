import { Field, Float, InputType } from '@nestjs/graphql';

@InputType({ description: 'Bits of a level, set by hand.' })
export class LevelWeightInput {
  @Field(() => String, { description: 'document, name, birth, sex, phone or address.' })
  part!: string;

  @Field(() => String, { description: 'How far two values agree.' })
  level!: string;

  @Field(() => Float, { description: 'Bits for one person, below 0 against.' })
  bits!: number;
}
