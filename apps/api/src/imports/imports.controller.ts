import {
  BadRequestException,
  Body,
  Controller,
  ForbiddenException,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UploadedFile,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { mayOpen, NEEDS_PURPOSE } from '@tracewright/epi-core';
import type { Ask } from '@tracewright/graphql-api';
import { headersKey, IMPORT_KINDS, mayReadFile, toldIn } from '@tracewright/investigation';
import { guessSheet, type Mapping, mappingSchema, readTable, reasonIn, refusedTable, toXlsx } from '@tracewright/tabular';
import type { Request, Response } from 'express';
import { SignIns } from '../platform/sign-ins.js';
import type { Upload } from './import-files.js';
import { ImportJobs } from './import-jobs.js';
import { TooLarge } from './too-large.js';
import { chosen, fromOurPage, readable, UPLOAD, type UploadedBytes } from './upload-door.js';

const REFUSED_SHOWN = 50;

/** File → columns → values → preview → run. */
@Controller('imports')
@UseFilters(TooLarge)
export class ImportsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly jobs: ImportJobs,
  ) {}

  private async allowed(req: Request, res: Response): Promise<Ask> {
    const ask = await this.signIns.ask(req, res);
    if (!ask.signedIn) throw new UnauthorizedException({ statusCode: 401, message: '请先登录。 Sign in first.' });
    if (!mayOpen(ask.actor.role, 'import'))
      throw new ForbiddenException({ statusCode: 403, message: '您的岗位不能导入。 Your role does not import.' });
    if (req.method !== 'GET') fromOurPage(req);
    return ask;
  }

  private own(ask: Ask, id: string): Upload {
    const upload = this.jobs.files.upload(id);
    if (!upload || !mayReadFile(ask.actor, upload))
      throw new NotFoundException({ statusCode: 404, message: '没有这次导入。 There is no such import.' });
    return upload;
  }

  private mapping(ask: Ask, body: { mapping?: unknown }): Mapping {
    const read = mappingSchema.safeParse(body.mapping);
    if (read.success) return read.data;
    const { path, message } = read.error.issues[0]!;
    throw new BadRequestException({
      statusCode: 400,
      message: ask.lang === 'zh' ? `列对应有误（${path.join('.')}）：${message}` : `The mapping is wrong at ${path.join('.')}: ${message}`,
    });
  }

  @Post()
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  async upload(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @UploadedFile() file: UploadedBytes | undefined,
    @Body() body: { kind?: string; source?: string },
  ): Promise<object> {
    const ask = await this.allowed(req, res);
    const { buffer, originalname } = chosen(ask, file);
    const kind = (IMPORT_KINDS as readonly string[]).includes(body.kind ?? '') ? body.kind! : 'people';
    const { sheets } = await readable(ask, () => readTable(buffer));
    const upload = this.jobs.files.keep(buffer, {
      fileName: originalname,
      kind,
      source: body.source?.trim() || 'local',
      by: ask.actor.accountId,
      areaPath: ask.actor.areaPath,
    });
    const guesses = sheets.map((sheet) => guessSheet(kind, sheet));
    const headers = headersKey(guesses[0]?.headers.map((h) => h.column) ?? []);
    const remembered = await ask.desk.work.read((tx) => ask.desk.imports.mappingFor(tx, headers));
    return { id: upload.id, sheets: guesses, mappings: remembered === null ? [] : [JSON.parse(remembered)] };
  }

  @Post(':id/preview')
  @HttpCode(200)
  async preview(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('id') id: string,
    @Body() body: { mapping?: unknown; createMissing?: boolean },
  ): Promise<object> {
    const ask = await this.allowed(req, res);
    const upload = this.own(ask, id);
    const { opened, preview } = await readable(ask, () =>
      this.jobs.preview(ask.actor, upload, this.mapping(ask, body), body.createMissing === true),
    );
    const { refused, ...counts } = preview;
    return {
      counts,
      refused: refused
        .slice(0, REFUSED_SHOWN)
        .map((one) => toldIn(one, ask.lang))
        .map((one) => ({ ...one, reason: reasonIn(opened, one, ask.lang) })),
    };
  }

  @Post(':id/start')
  @HttpCode(202)
  async start(
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
    @Param('id') id: string,
    @Body() body: { mapping?: unknown; createMissing?: boolean },
  ): Promise<object> {
    const ask = await this.allowed(req, res);
    const upload = this.own(ask, id);
    const batch = await readable(ask, () => this.jobs.start(ask.actor, upload, this.mapping(ask, body), body.createMissing === true));
    return { id: batch.id, state: batch.state, rows: batch.rows };
  }

  /** People as they came, unmasked: for whoever may read the file, once they have said what for. */
  @Get(':id/errors')
  async errors(@Req() req: Request, @Res() res: Response, @Param('id') id: string): Promise<void> {
    const ask = await this.allowed(req, res);
    const upload = this.own(ask, id);
    if (NEEDS_PURPOSE.has(ask.actor.role) && ask.actor.purpose === null)
      throw new ForbiddenException({
        statusCode: 403,
        code: 'purpose-not-stated',
        message:
          ask.lang === 'zh' ? '请先写明查看完整信息的用途，再下载。' : 'Say first what you need the full records for, then download them.',
      });
    if (!this.jobs.files.hasBegun(id))
      throw new NotFoundException({
        statusCode: 404,
        message: ask.lang === 'zh' ? '这次导入还没有开始。' : 'This import has not begun yet.',
      });
    const { mapping } = this.jobs.files.started(upload.id);
    const opened = await this.jobs.opened(upload, mapping);
    const problems = this.jobs.files.refused(id).map((one) => toldIn(one, ask.lang));
    const table = refusedTable(opened, problems, ask.lang);
    await ask.desk.audit.seen(ask.actor, 'import-errors', [id]);
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    res.setHeader(
      'Content-Disposition',
      `attachment; filename="errors.xlsx"; filename*=UTF-8''${encodeURIComponent(`${upload.fileName}-${ask.lang === 'zh' ? '未导入' : 'refused'}.xlsx`)}`,
    );
    res.end(Buffer.from(await toXlsx([table])));
  }
}
