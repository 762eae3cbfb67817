import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DayMark } from '../platform/scalars.js';

@ObjectType({ description: 'An identity document.' })
export class IdDocument {
  @Field(() => String, { description: 'Kind of document.' })
  type!: string;

  @Field(() => String, { description: 'Its number, as far as the asker may see it.' })
  no!: string;

  @Field(() => Boolean, { description: 'The check digit holds.' })
  valid!: boolean;
}

@ObjectType({ description: 'A person as the asker may see them.' })
export class Person {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name, full or masked.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'male, female or unknown.' })
  sex!: string | null;

  @Field(() => Int, { nullable: true, description: 'Full years.' })
  age!: number | null;

  @Field(() => DayMark, { nullable: true, description: 'Day of birth.' })
  birthOn!: string | null;

  @Field(() => [IdDocument], { description: 'Documents, full, masked or absent.' })
  documents!: IdDocument[];

  @Field(() => [String], { description: 'Numbers, full, masked or absent.' })
  phones!: string[];

  @Field(() => String, { nullable: true, description: 'Where the person is now, else residence.' })
  address!: string | null;

  @Field(() => ID, { nullable: true, description: 'Area that must act, once confirmed.' })
  areaId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  areaName!: string | null;

  @Field(() => String, { description: 'CONFIRMED, PROPOSED or TO_LOCATE.' })
  areaState!: string;

  @Field(() => ID, { nullable: true, description: 'Area the address points to.' })
  proposedAreaId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  proposedAreaName!: string | null;

  @Field(() => [String], { description: 'Words of the address that pointed there.' })
  proposedWords!: string[];

  @Field(() => [String], { description: 'Special needs.' })
  needs!: string[];

  @Field(() => ID, { nullable: true, description: 'Whom a minor is moved with.' })
  guardianId!: string | null;

  @Field(() => String, { nullable: true, description: 'What is known of somebody without a name.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Some values are masked for this asker.' })
  masked!: boolean;
}

@ObjectType({ description: 'What a typed phone or document already says.' })
export class KnownPerson {
  @Field(() => Boolean, { description: "Somebody in the asker's area carries it." })
  found!: boolean;

  @Field(() => Boolean, { description: 'Somebody outside the area does: nothing more is said.' })
  elsewhere!: boolean;

  @Field(() => ID, { nullable: true, description: 'That person.' })
  personId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name as the asker may see it.' })
  name!: string | null;

  @Field(() => [String], { description: 'Numbers of the cases they are a contact of.' })
  alreadyContactOf!: string[];

  @Field(() => String, { nullable: true, description: 'Area they were sent to.' })
  sentTo!: string | null;
}

@ObjectType({ description: 'One answer of the search.' })
export class SearchHit {
  @Field(() => String, { description: 'case, contact, place or elsewhere.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Id of what was found.' })
  id!: string | null;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'One line more.' })
  detail!: string;
}
