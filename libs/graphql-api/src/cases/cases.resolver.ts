import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CaseCategory, mayOpen } from '@tracewright/epi-core';
import {
  answerQuestion,
  type CaseOutcome as CaseAnswer,
  caseSheet,
  changeCase,
  coreReport,
  createCase,
  fileCoreReport,
  previewTrajectory,
  saveTrajectory,
} from '@tracewright/investigation';
import { GraphQLError } from 'graphql';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, refusal, simple } from '../platform/refusal.js';
import { Words } from '../platform/words.type.js';
import { caseFace, previewFace, sheetFace } from './case.face.js';
import { ChangeCaseInput, CreateCaseInput, SaveTrajectoryInput, TrajectoryEdit } from './case.input.js';
import { CaseOutcome, SaveTrajectoryOutcome } from './case.outcome.js';
import { CasePage, CaseSheet } from './case.type.js';
import { TrajectoryPreview } from './preview.type.js';

const MOST = 500;

@Resolver()
export class CasesResolver {
  @Query(() => CasePage, { description: 'Cases, newest first.' })
  async cases(
    @Asking() ask: Ask,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('category', { type: () => String, nullable: true }) category: string | null,
  ): Promise<object> {
    const actor = ask.open('cases');
    const size = Math.min(Math.max(first, 1), MOST);
    const filter = {
      areaPath: actor.areaPath,
      category: (category ?? null) as CaseCategory | null,
      text: text?.trim().toLowerCase() || null,
    };
    const { rows, total } = await ask.desk.work.read((tx) => ask.desk.cases.list(tx, filter, size, after ?? null));
    return {
      nodes: rows.map((row) => caseFace(ask, row.case, row)),
      total,
      next: rows.length === size ? rows.at(-1)!.case.no : null,
    };
  }

  @Query(() => CaseSheet, { nullable: true, description: 'Everything the case desk shows; null when there is no such case here.' })
  async caseSheet(@Asking() ask: Ask, @Args('id', { type: () => ID }) id: string): Promise<object | null> {
    const sheet = await caseSheet(ask.desk, ask.open('cases'), id);
    if (!sheet) return null;
    ask.prime([sheet.person, ...sheet.namings.map((n) => n.person)]);
    return sheetFace(ask, sheet);
  }

  @Query(() => TrajectoryPreview, { description: 'What saving an edit would change in the contacts. Nothing is written.' })
  async previewTrajectory(
    @Asking() ask: Ask,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('edit', { type: () => TrajectoryEdit }) edit: TrajectoryEdit,
  ): Promise<object> {
    const started = performance.now();
    const outcome = await previewTrajectory(ask.desk, ask.open('cases'), caseId, edit);
    if (outcome.kind === 'previewed') return previewFace(ask, outcome.diff, performance.now() - started);
    const problem = refusal(ask, outcome) as { message?: string; fields?: { message: string }[] };
    throw new GraphQLError(problem.fields?.map((f) => f.message).join('\n') || problem.message || '', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }

  @Query(() => Words, { nullable: true, description: 'The report due four hours after a case is reported, as text to copy.' })
  async coreReport(@Asking() ask: Ask, @Args('caseId', { type: () => ID }) caseId: string): Promise<object | null> {
    const actor = ask.open('cases');
    // Its text names the person in full: only for who may see them so.
    if (!mayOpen(actor.role, 'cases') || actor.role === 'commander') return null;
    const report = await coreReport(ask.desk, actor, caseId);
    if (report) await ask.people.load(report.sheet.person.id);
    return report && actor.purpose !== null ? { zh: report.zh, en: report.en } : null;
  }

  @Mutation(() => CaseOutcome, { description: 'Opens a case.' })
  async createCase(@Asking() ask: Ask, @Args('input', { type: () => CreateCaseInput }) input: CreateCaseInput): Promise<object> {
    const outcome = await createCase(ask.desk, ask.actor, {
      ...input,
      category: input.category as CaseCategory,
      onsetOn: input.onsetOn ?? null,
      firstPositiveSampleAt: input.firstPositiveSampleAt ?? null,
      reportedAt: input.reportedAt ?? null,
      isolatedAt: input.isolatedAt ?? null,
      hospital: input.hospital ?? null,
      protocolId: input.protocolId ?? null,
      team: input.team ?? null,
    });
    return this.saved(ask, outcome);
  }

  @Mutation(() => CaseOutcome, { description: "Changes a case's facts." })
  async changeCase(@Asking() ask: Ask, @Args('input', { type: () => ChangeCaseInput }) input: ChangeCaseInput): Promise<object> {
    const { id, rev, ...edit } = input;
    return this.saved(ask, await changeCase(ask.desk, ask.actor, id, rev, edit as Parameters<typeof changeCase>[4]));
  }

  private saved(ask: Ask, outcome: CaseAnswer): object {
    return answer(ask, outcome, 'case-saved', 'CaseSaved', (o) => ({ case: caseFace(ask, o.case, null) }));
  }

  @Mutation(() => SaveTrajectoryOutcome, { description: 'Saves trajectory rows; contacts follow.' })
  async saveTrajectory(
    @Asking() ask: Ask,
    @Args('input', { type: () => SaveTrajectoryInput }) input: SaveTrajectoryInput,
  ): Promise<object> {
    const started = performance.now();
    const outcome = await saveTrajectory(ask.desk, ask.actor, input.caseId, input.rev, input.edit);
    return answer(ask, outcome, 'trajectory-saved', 'TrajectorySaved', (o) => ({
      rev: o.rev,
      preview: previewFace(ask, o.diff, performance.now() - started),
    }));
  }

  @Mutation(() => SimpleOutcome, { description: 'The core report has gone out: its clock stops.' })
  async fileCoreReport(@Asking() ask: Ask, @Args('caseId', { type: () => ID }) caseId: string): Promise<object> {
    return simple(ask, await fileCoreReport(ask.desk, ask.actor, caseId));
  }

  @Mutation(() => SimpleOutcome, { description: 'Closes a question with a reason.' })
  async answerQuestion(
    @Asking() ask: Ask,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('key', { type: () => String }) key: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<object> {
    return simple(ask, await answerQuestion(ask.desk, ask.actor, caseId, key, reason));
  }
}
