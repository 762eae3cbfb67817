import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { byKind } from '../platform/outcome.js';
import { InvalidInput, NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { Account } from './account.type.js';

@ObjectType({ description: 'Signed in: the cookie is set.' })
export class SignedIn {
  @Field(() => Account, { description: 'Who.' })
  account!: Ref<Account>;
}

@ObjectType({ description: 'An account was made or reset.' })
export class AccountMade {
  @Field(() => Account, { description: 'The account.' })
  account!: Ref<Account>;

  @Field(() => String, { description: 'One-time password, shown once.' })
  password!: string;
}

@ObjectType({ description: 'An account was changed.' })
export class AccountChanged {
  @Field(() => Account, { description: 'The account.' })
  account!: Ref<Account>;
}

export const SignInOutcome = createUnionType({
  name: 'SignInOutcome',
  description: 'What may come of it.',
  types: () => [SignedIn, Refused] as const,
  resolveType: byKind,
});

export const AccountOutcome = createUnionType({
  name: 'AccountOutcome',
  description: 'What may come of it.',
  types: () => [AccountMade, AccountChanged, NotAllowed, NotFound, Refused, InvalidInput] as const,
  resolveType: byKind,
});
