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

  @Field(() => Float, { description: 'Bits: the logarithm of their ratio.' })
  bits!: number;
}

@ObjectType({ description: 'What is known for moving the thresholds of the identity engine.' })
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

  @Field(() => Int, { description: 'Pairs that people have decided.' })
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
