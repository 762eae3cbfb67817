import { Controller, ForbiddenException, HttpCode, Post, Req, Res, UploadedFile, UseFilters, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { GivenLabels, keepLabels } from '@tracewright/investigation';
import { readTable } from '@tracewright/tabular';
import type { Request, Response } from 'express';
import { opened } from '../exports/opened.js';
import { TooLarge } from '../imports/too-large.js';
import { chosen, fromOurPage, readable, UPLOAD, type UploadedBytes } from '../imports/upload-door.js';
import { SignIns } from '../platform/sign-ins.js';

/** Labels for the identity engine, out of a csv or the first sheet of a workbook. */
@Controller('identity-labels')
@UseFilters(TooLarge)
export class LabelsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly given: GivenLabels,
  ) {}

  @Post()
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  async read(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @UploadedFile() file: UploadedBytes | undefined,
  ): Promise<object> {
    const ask = opened(await this.signIns.ask(req, res), 'identity');
    fromOurPage(req);
    const { sheets } = await readable(ask, () => readTable(chosen(ask, file).buffer));
    const outcome = await keepLabels(ask.desk, ask.actor, sheets[0]?.rows ?? []);
    if (outcome.kind === 'not-allowed')
      throw new ForbiddenException({ statusCode: 403, message: '您的岗位不能这样做。 Your role does not do this.' });
    const { stored, given, problems } = outcome;
    this.given.keep(ask.actor, given);
    return {
      read: stored.length + given.length,
      kept: stored.length,
      problems: problems.map(({ row, ...says }) => ({ row, message: says[ask.lang] })),
    };
  }
}
