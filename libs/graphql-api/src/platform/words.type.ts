import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The same text in both languages.' })
export class Words {
  @Field(() => String, { description: 'Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'English.' })
  en!: string;
}
