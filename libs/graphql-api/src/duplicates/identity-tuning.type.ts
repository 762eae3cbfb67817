import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'Probability from which a pair is one person, and from which somebody looks at it.' })
export class Thresholds {
  @Field(() => Float, { description: 'One person from here on.' })
  match!: number;

  @Field(() => Float, { description: 'For somebody to look at from here on.' })
  review!: number;
}

@ObjectType({ description: 'What a threshold does to the pairs that people have decided.' })
export class ThresholdMeasure {
  @Field(() => Float, { description: 'Pairs at or above it are taken for one person.' })
  threshold!: number;

  @Field(() => Float, { description: 'Share of those taken that are one person.' })
  precision!: number;

  @Field(() => Float, { description: 'Share of one person’s pairs that are taken.' })
  recall!: number;
}

@ObjectType({ description: 'How pairs nobody has decided fall under tried thresholds.' })
export class TriedThresholds {
  @Field(() => Int, { description: 'Taken for one person.' })
  match!: number;

  @Field(() => Int, { description: 'For somebody to look at.' })
  review!: number;

  @Field(() => Int, { description: 'No longer offered.' })
  dropped!: number;
}

@ObjectType({ description: 'What one level of a field gives.' })
export class LevelWeight {
  @Field(() => String, { description: 'document, name, birth, sex, phone or address.' })
  part!: string;

  @Field(() => String, { description: 'How far two values agree.' })
  level!: string;

  @Field(() => Float, { description: 'How often one person’s two records agree so.' })
  m!: number;

  @Field(() => Float, { description: 'How often two people’s records do.' })
  u!: number;

  @Field(() => Float, { description: 'Bits by the profile itself.' })
  bits!: number;

  @Field(() => Float, { nullable: true, description: 'Bits set by hand; null: its own count.' })
  set!: number | null;
}

@ObjectType({ description: 'What counted from a moment on.' })
export class IdentityVersion {
  @Field(() => InstantMark, { description: 'From when.' })
  at!: number;

  @Field(() => String, { nullable: true, description: 'Who set it.' })
  by!: string | null;

  @Field(() => Float, { description: 'One person from here on.' })
  match!: number;

  @Field(() => Float, { description: 'For somebody to look at from here on.' })
  review!: number;

  @Field(() => Int, { description: 'Weights that were set by hand.' })
  moved!: number;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
}

@ObjectType({ description: 'What is known for moving thresholds and weights of the identity engine.' })
export class IdentityTuning {
  @Field(() => String, { description: 'The profile that people are weighed by.' })
  profile!: string;

  @Field(() => Thresholds, { description: 'Those that count now.' })
  now!: Thresholds;

  @Field(() => Thresholds, { description: 'The profile’s own.' })
  own!: Thresholds;

  @Field(() => String, { nullable: true, description: 'Who set those that count now; null: nobody.' })
  setBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When.' })
  setAt!: number | null;

  @Field(() => Int, { description: 'Labels of the file read last.' })
  fileLabels!: number;

  @Field(() => Int, { description: 'Of these kept: of people of the database.' })
  fileLabelsKept!: number;

  @Field(() => [IdentityVersion], { description: 'What counts now and what counted before, newest first.' })
  former!: IdentityVersion[];

  @Field(() => Int, { description: 'Labelled pairs.' })
  labels!: number;

  @Field(() => Int, { description: 'Of these one person.' })
  same!: number;

  @Field(() => [ThresholdMeasure], { description: 'At every threshold at which something changes, from the lowest up.' })
  curve!: ThresholdMeasure[];

  @Field(() => TriedThresholds, { description: 'What the tried thresholds make of undecided pairs.' })
  tried!: TriedThresholds;

  @Field(() => [LevelWeight], { description: 'The weights, field by field.' })
  weights!: LevelWeight[];
}
