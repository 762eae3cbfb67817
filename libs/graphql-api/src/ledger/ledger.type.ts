import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@ObjectType({ description: 'A count of the ledger.' })
export class LedgerCount {
  @Field(() => String, { description: 'Figure.' })
  figure!: string;

  @Field(() => Int, { description: 'People.' })
  people!: number;
}

@ObjectType({ description: 'One equation.' })
export class LedgerLine {
  @Field(() => String, { description: 'Which.' })
  id!: string;

  @Field(() => String, { description: 'Figure on the left.' })
  total!: string;

  @Field(() => [String], { description: 'Figures added on the right.' })
  plus!: string[];

  @Field(() => [String], { description: 'Figures taken away on the right.' })
  minus!: string[];

  @Field(() => Int, { description: 'Left side.' })
  left!: number;

  @Field(() => Int, { description: 'Right side.' })
  right!: number;

  @Field(() => Boolean, { description: 'Both sides agree, person by person.' })
  closed!: boolean;

  @Field(() => Int, { description: 'People counted on one side only.' })
  differing!: number;
}

@ObjectType({ description: 'How many left the ledger today, by why.' })
export class LedgerLeft {
  @Field(() => String, { description: 'Why.' })
  kind!: string;

  @Field(() => Int, { description: 'People.' })
  people!: number;
}

@ObjectType({ description: 'Is everybody somewhere.' })
export class Ledger {
  @Field(() => InstantMark, { description: 'As of.' })
  asOf!: number;

  @Field(() => Boolean, { description: 'Every equation balances.' })
  closed!: boolean;

  @Field(() => [LedgerCount], { description: 'The figures.' })
  counts!: LedgerCount[];

  @Field(() => [LedgerLine], { description: 'The equations.' })
  lines!: LedgerLine[];

  @Field(() => [LedgerLeft], { description: 'Net change today.' })
  left!: LedgerLeft[];
}
