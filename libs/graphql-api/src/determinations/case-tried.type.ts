import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Ref } from '../platform/ref.js';
import { Words } from '../platform/words.type.js';

/** Of every case that a protocol is tried on. */
@ObjectType({ isAbstract: true })
export abstract class CaseTried {
  @Field(() => ID, { description: 'Which case.' })
  caseId!: string;

  @Field(() => String, { description: 'Its number.' })
  no!: string;

  @Field(() => String, { description: 'The protocol it is judged by now.' })
  protocolId!: string;

  @Field(() => Words, { nullable: true, description: 'Why the protocol gives it no window.' })
  noWindow!: Ref<Words> | null;
}
