import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactDiff } from '../cases/preview.type.js';
import { byKind } from '../platform/outcome.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound, Refused } from '../platform/problem.type.js';
import { type Ref } from '../platform/ref.js';
import { DayMark, InstantMark } from '../platform/scalars.js';
import { Words } from '../platform/words.type.js';
import { CaseTried } from './case-tried.type.js';
import { Protocol } from './protocol.type.js';

@ObjectType({ description: 'A version of a protocol written here, and who brought it where it stands.' })
export class ProtocolVersion {
  @Field(() => ID, { description: 'Protocol and version, as `protocol@version`.' })
  id!: string;

  @Field(() => String, { description: 'Which protocol.' })
  protocolId!: string;

  @Field(() => String, { description: 'Which version of it.' })
  version!: string;

  @Field(() => String, { description: 'DRAFT, VERIFIED, ACTIVE or RETIRED.' })
  state!: string;

  @Field(() => String, { description: 'The protocol file as JSON text.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  draftedBy!: string | null;

  @Field(() => InstantMark, { description: 'When.' })
  draftedAt!: number;

  @Field(() => String, { nullable: true, description: 'Who answers for it.' })
  verifiedBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'Since when.' })
  verifiedAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Who made it active.' })
  activatedBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When.' })
  activatedAt!: number | null;

  @Field(() => String, { nullable: true, description: 'Who retired it, or made another active.' })
  retiredBy!: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'When.' })
  retiredAt!: number | null;

  @Field(() => Int, { description: 'Revision, to be given back with a step.' })
  rev!: number;
}

@ObjectType({ description: 'The version as it now stands.' })
export class ProtocolVersionSaved {
  @Field(() => ProtocolVersion, { description: 'The version.' })
  version!: Ref<ProtocolVersion>;
}

@ObjectType({ description: 'When an example case would be infectious.' })
export class ExampleWindow {
  @Field(() => InstantMark, { description: 'From.' })
  start!: number;

  @Field(() => InstantMark, { description: 'Until, exclusive.' })
  end!: number;

  @Field(() => Boolean, { description: 'No end is known: it runs until now.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Rests on a fallback.' })
  provisional!: boolean;
}

@ObjectType({ description: 'A protocol as its rules read.' })
export class ProtocolRead {
  @Field(() => Protocol, { description: 'The protocol.' })
  protocol!: Ref<Protocol>;

  @Field(() => String, { description: 'Its file as JSON text, complete in itself.' })
  text!: string;

  @Field(() => [ExampleWindow], { description: 'Windows of the example case; empty as well where the protocol sets none.' })
  windows!: ExampleWindow[];

  @Field(() => Words, { nullable: true, description: 'Why the example has no window.' })
  noWindow!: Ref<Words> | null;
}

@ObjectType({ description: 'What the protocol would change for one case.' })
export class TriedCase extends CaseTried {
  @Field(() => ContactDiff, { description: 'The difference.' })
  diff!: Ref<ContactDiff>;
}

@ObjectType({ description: 'What a protocol would change in the contacts. Nothing was written.' })
export class ProtocolTried {
  @Field(() => String, { description: 'Protocol and version tried, as `protocol@version`.' })
  tried!: string;

  @Field(() => [TriedCase], { description: 'Case by case.' })
  cases!: TriedCase[];

  @Field(() => Int, { description: 'Cases whose contacts differ.' })
  affected!: number;

  @Field(() => ContactDiff, { description: 'Over all of these cases, each person once.' })
  total!: Ref<ContactDiff>;

  @Field(() => Boolean, { description: 'Whether the asker sees who, or only how many.' })
  names!: boolean;

  @Field(() => Int, { description: 'Milliseconds the answer took.' })
  tookMs!: number;
}

export enum ProtocolStepName {
  VERIFY = 'verify',
  ACTIVATE = 'activate',
  RETIRE = 'retire',
}
registerEnumType(ProtocolStepName, {
  name: 'ProtocolStep',
  description: 'What is done with a version.',
  valuesMap: {
    VERIFY: { description: 'Take responsibility for it.' },
    ACTIVATE: { description: 'Judge cases by it.' },
    RETIRE: { description: 'Judge cases by the shipped one again.' },
  },
});

@InputType({ description: 'A protocol by its id, or the text of a file: one of the two.' })
export class ProtocolSourceInput {
  @Field(() => ID, { nullable: true, description: 'An installed protocol, or `protocol@version` written here.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'A protocol file as JSON text.' })
  text?: string | null;
}

@InputType({ description: 'A made-up case.' })
export class ExampleCaseInput {
  @Field(() => DayMark, { nullable: true, description: 'Day of onset; absent: without symptoms.' })
  onsetOn?: string | null;

  @Field(() => InstantMark, { nullable: true, description: 'First positive sample.' })
  firstPositiveSampleAt?: number | null;

  @Field(() => InstantMark, { nullable: true, description: 'Isolated.' })
  isolatedAt?: number | null;
}

@InputType({ description: 'A step of a version.' })
export class StepProtocolInput {
  @Field(() => ProtocolStepName, { description: 'Which step.' })
  step!: ProtocolStepName;

  @Field(() => ID, { description: 'Which version, as `protocol@version`.' })
  id!: string;

  @Field(() => Int, { description: 'Revision that was looked at.' })
  rev!: number;

  @Field(() => ID, { nullable: true, description: 'To activate: the version written here that is active now; absent: the shipped one.' })
  insteadOf?: string | null;
}

export const ReadProtocolOutcome = createUnionType({
  name: 'ReadProtocolOutcome',
  description: 'What may come of it.',
  types: () => [ProtocolRead, NotFound, InvalidInput, Refused] as const,
  resolveType: byKind,
});

export const TryProtocolOutcome = createUnionType({
  name: 'TryProtocolOutcome',
  description: 'What may come of it.',
  types: () => [ProtocolTried, NotAllowed, NotFound, InvalidInput, Refused] as const,
  resolveType: byKind,
});

export const ProtocolVersionOutcome = createUnionType({
  name: 'ProtocolVersionOutcome',
  description: 'What may come of it.',
  types: () => [ProtocolVersionSaved, NotAllowed, NotFound, ChangedMeanwhile, InvalidInput, Refused] as const,
  resolveType: byKind,
});
