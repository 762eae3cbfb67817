import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A new place.' })
export class CreatePlaceInput {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Kind of place.' })
  category!: string;

  @Field(() => ID, { nullable: true, description: 'Area.' })
  areaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Place it is part of.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address?: string | null;
}
