import { Field, ID, InputType } from '@nestjs/graphql';
import { InstantMark } from '../platform/scalars.js';

@InputType({ description: 'A new account.' })
export class CreateAccountInput {
  @Field(() => String, { description: 'What is typed to sign in.' })
  login!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Role.' })
  role!: string;

  @Field(() => ID, { description: 'Area.' })
  areaId!: string;

  @Field(() => ID, { nullable: true, description: 'Site of a site account.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Vehicle of a crew account.' })
  vehicleId?: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'No sign-in from then on.' })
  expiresAt?: number | null;
}
