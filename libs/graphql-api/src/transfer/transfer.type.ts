import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '../people/person.type.js';
import { type Ref } from '../platform/ref.js';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'One person to be moved.' })
export class TransferPerson {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Person, { description: 'Who.' })
  person!: Ref<Person>;

  @Field(() => String, { description: 'Class.' })
  cls!: string;

  @Field(() => String, { description: 'State.' })
  state!: string;

  @Field(() => Int, { nullable: true, description: 'Seat.' })
  seatNo!: number | null;

  @Field(() => String, { nullable: true, description: 'Room.' })
  roomNo!: string | null;

  @Field(() => String, { description: 'Pick-up address.' })
  address!: string;

  @Field(() => Boolean, { description: 'Identity was checked.' })
  identityChecked!: boolean;

  @Field(() => Float, { nullable: true, description: 'Degrees Celsius, as measured.' })
  temperature!: number | null;

  @Field(() => [String], { description: 'Special needs.' })
  needs!: string[];
}

@ObjectType({ description: 'People who must not be parted.' })
export class Party {
  @Field(() => ID, { description: 'Stable id.' })
  partyId!: string;

  @Field(() => InstantMark, { description: 'Earliest limit.' })
  dueAt!: number;

  @Field(() => String, { description: 'Class; MIXED when they differ.' })
  cls!: string;

  @Field(() => String, { description: 'Pick-up address.' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'Area.' })
  areaName!: string | null;

  @Field(() => [String], { description: 'Special needs.' })
  needs!: string[];

  @Field(() => [TransferPerson], { description: 'The people.' })
  people!: TransferPerson[];
}

@ObjectType({ description: 'A vehicle with numbered seats.' })
export class Vehicle {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Plate.' })
  plate!: string;

  @Field(() => String, { description: 'coach, minibus, ambulance or car.' })
  kind!: string;

  @Field(() => Int, { description: 'Seats for passengers.' })
  seats!: number;

  @Field(() => Boolean, { description: 'Takes a wheelchair.' })
  ramp!: boolean;
}

@ObjectType({ description: 'A room of a site.' })
export class Room {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Number on the door.' })
  no!: string;

  @Field(() => Int, { description: 'Floor.' })
  floor!: number;

  @Field(() => Int, { description: 'Beds.' })
  capacity!: number;

  @Field(() => String, { description: 'single, family or barrier-free.' })
  kind!: string;

  @Field(() => String, { description: 'FREE, CLOSED or TO_DISINFECT.' })
  state!: string;

  @Field(() => Int, { description: 'Beds taken or reserved.' })
  taken!: number;
}

@ObjectType({ description: 'An isolation site.' })
export class Site {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [String], { description: 'Classes it takes.' })
  accepts!: string[];

  @Field(() => String, { nullable: true, description: 'Address.' })
  address!: string | null;

  @Field(() => [Room], { description: 'Its rooms.' })
  rooms!: Room[];
}

@ObjectType({ description: 'One drive of one vehicle to one site.' })
export class Run {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Number.' })
  no!: string;

  @Field(() => String, { description: 'State.' })
  state!: string;

  @Field(() => String, { description: 'Class carried.' })
  cls!: string;

  @Field(() => String, { nullable: true, description: 'Why classes travel together.' })
  mixedReason!: string | null;

  @Field(() => Vehicle, { description: 'Vehicle.' })
  vehicle!: Ref<Vehicle>;

  @Field(() => ID, { description: 'Id of the site.' })
  siteId!: string;

  @Field(() => String, { description: 'Name of the site.' })
  siteName!: string;

  @Field(() => [TransferPerson], { description: 'Who is on it.' })
  people!: TransferPerson[];

  @Field(() => InstantMark, { description: 'Built.' })
  createdAt!: number;

  @Field(() => InstantMark, { nullable: true, description: 'Crew accepted.' })
  acceptedAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'At the first address.' })
  arrivedAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'At the site.' })
  atSiteAt!: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Finished.' })
  doneAt!: number | null;
}
