import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { contactFilter } from '@tracewright/graphql-api';
import { exportContacts } from '@tracewright/investigation';
import { toCsv, toXlsx } from '@tracewright/tabular';
import type { Request, Response } from 'express';
import { SignIns } from '../platform/sign-ins.js';
import { opened } from './opened.js';

/** Lists as files: the same filter as the screen, the same eyes, formula-safe. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly signIns: SignIns) {}

  @Get('contacts')
  async contacts(@Req() req: Request, @Res() res: Response, @Query() query: Record<string, string>): Promise<void> {
    const ask = opened(await this.signIns.ask(req, res), 'export');
    const filter = await contactFilter(ask, query, query.sort ?? null);
    const table = { name: 'contacts', ...(await exportContacts(ask.desk, ask.actor, filter, ask.lang)) };
    const csv = query.format === 'csv';
    res.setHeader('Content-Type', csv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    res.setHeader('Content-Disposition', `attachment; filename="contacts.${csv ? 'csv' : 'xlsx'}"`);
    res.setHeader('Cache-Control', 'no-store');
    res.end(csv ? toCsv(table) : Buffer.from(await toXlsx([table])));
  }
}
