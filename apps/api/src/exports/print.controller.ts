import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { clockTime, dayOf } from '@tracewright/epi-core';
import { type Run, type RunParts, runParts, type SeenPerson, seePerson } from '@tracewright/investigation';
import type { Request, Response } from 'express';
import { SignIns } from '../platform/sign-ins.js';
import { opened } from './opened.js';

const WORDS = {
  zh: {
    title: '转运单',
    vehicle: '车辆',
    site: '送往',
    seat: '座位',
    name: '姓名',
    age: '年龄',
    phone: '电话',
    address: '接人地址',
    needs: '需要',
    room: '房间',
    boarded: '登车',
    over: '交接',
    sign: '接收人签字',
    at: '打印时间',
    people: '人数',
  },
  en: {
    title: 'Transfer sheet',
    vehicle: 'Vehicle',
    site: 'To',
    seat: 'Seat',
    name: 'Name',
    age: 'Age',
    phone: 'Phone',
    address: 'Pick-up',
    needs: 'Needs',
    room: 'Room',
    boarded: 'Boarded',
    over: 'Handed over',
    sign: 'Received by (signature)',
    at: 'Printed',
    people: 'People',
  },
} as const;

const text = (value: unknown): string => String(value ?? '').replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** One run on one A4 page: no document numbers, no case (issue §7). */
@Controller('print')
export class PrintController {
  constructor(private readonly signIns: SignIns) {}

  @Get('run/:id')
  async run(@Req() req: Request, @Res() res: Response, @Param('id') id: string): Promise<void> {
    const ask = opened(await this.signIns.ask(req, res), 'transfer', 'crew', 'site');
    const { desk, actor, lang } = ask;
    const found = await desk.work.read(async (tx) => {
      const run = await desk.transfer.run(tx, id);
      if (!run) return null;
      const parts = await runParts(desk, tx, run);
      const mine = actor.role === 'crew' ? run.vehicleId === actor.vehicleId : actor.role === 'site' ? run.siteId === actor.siteId : true;
      return mine
        ? {
            run,
            parts,
            people: await desk.people.byIds(
              tx,
              parts.tasks.map((t) => t.personId),
            ),
          }
        : null;
    });
    if (!found) throw new NotFoundException({ statusCode: 404, message: '没有这个车次。 There is no such run.' });
    await desk.audit.seen(
      actor,
      'print-run',
      found.people.map((p) => p.id),
    );
    const now = desk.clock.now();
    const seen = new Map(found.people.map((p) => [p.id, seePerson(actor, p, now)]));
    const at = `${dayOf(now, desk.clock.tz)} ${clockTime(now, desk.clock.tz)}`;
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Cache-Control', 'no-store');
    res.end(page(found.run, found.parts, seen, lang, at));
  }
}

function page(
  run: Run,
  { vehicle, site, tasks, rooms }: RunParts,
  people: ReadonlyMap<string, SeenPerson>,
  lang: 'zh' | 'en',
  at: string,
): string {
  const w = WORDS[lang];
  const rows = tasks.map((t) => {
    const p = people.get(t.personId);
    const cells = [
      t.seatNo,
      p?.name,
      p?.age,
      p?.phones.join(' '),
      t.address,
      t.needs.join(' '),
      t.roomId === null ? '' : rooms.get(t.roomId)?.no,
      '☐',
      '☐',
    ];
    return `<tr>${cells.map((c) => `<td>${text(c)}</td>`).join('')}</tr>`;
  });
  const heads = [w.seat, w.name, w.age, w.phone, w.address, w.needs, w.room, w.boarded, w.over];
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><title>${w.title} ${text(run.no)}</title>
<style>@page{size:A4;margin:12mm}body{font:11px/1.4 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#111}h1{font-size:18px;margin:0 0 4mm}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #555;padding:1.2mm;text-align:left;vertical-align:top}th{background:#eee}p{margin:1mm 0}.sign{margin-top:8mm}</style>
<h1>${w.title} ${text(run.no)}</h1><p>${w.vehicle}: ${text(vehicle?.plate)} · ${w.site}: ${text(site?.name)} · ${w.people}: ${tasks.length} · ${w.at}: ${text(at)}</p>
<table><thead><tr>${heads.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<p class="sign">${w.sign}: ____________________ &nbsp; ${w.at}: ____________</p></html>`;
}
