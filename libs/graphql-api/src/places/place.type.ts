import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Somewhere people meet.' })
export class Place {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Kind of place.' })
  category!: string;

  @Field(() => ID, { nullable: true, description: 'Area it lies in.' })
  areaId!: string | null;

  @Field(() => String, { nullable: true, description: "That area's name." })
  areaName!: string | null;

  @Field(() => ID, { nullable: true, description: 'Place it is part of.' })
  parentId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the place it is part of.' })
  parentName!: string | null;

  @Field(() => String, { nullable: true, description: 'Street address.' })
  address!: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  lat!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  lng!: number | null;
}
