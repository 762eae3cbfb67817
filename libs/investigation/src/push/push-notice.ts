import type { Area } from '../areas/area-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { PushCounts } from './push-store.js';

export interface PushAreaRow extends PushCounts {
  readonly area: Area | null;
}

/** Areas with what is drafted for, sent to and placed by each; the worst clock first, "to be located" (no area) on top. */
export async function pushBoard(desk: Desk, actor: Actor): Promise<PushAreaRow[]> {
  return desk.work.read(async (tx) => {
    const counts = await desk.pushes.counts(tx, actor.areaPath);
    const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
    const rows = counts.map((c) => ({ ...c, area: areas.get(c.areaId) ?? null }));
    const worst = (r: PushAreaRow) => (r.area === null ? 0 : (r.worstDueAt ?? Number.MAX_SAFE_INTEGER));
    return rows.sort((a, b) => worst(a) - worst(b) || ((a.area?.path ?? '') < (b.area?.path ?? '') ? -1 : 1));
  });
}

/** Text for the area's chat group: how many wait to be acknowledged there and below, until when, where to look. Nobody's name, phone or address leaves by chat. */
export async function pushNotice(
  desk: Desk,
  actor: Actor,
  areaId: string,
  link: string,
  clock: (at: number) => string,
): Promise<{ zh: string; en: string } | null> {
  return desk.work.read(async (tx) => {
    const area = await desk.areas.byId(tx, areaId);
    if (!area) return null;
    const waiting = (await desk.pushes.fromHome(tx, actor.areaPath, ['SENT'], 10_000)).filter((p) => p.toAreaPath.startsWith(area.path));
    const until = waiting.flatMap((p) => p.dueAt ?? []).sort((a, b) => a - b)[0];
    return noticeText(area, waiting.length, until === undefined ? null : clock(until), link);
  });
}

function noticeText(area: Area, count: number, until: string | null, link: string): { zh: string; en: string } {
  const due = until === null ? { zh: '', en: '' } : { zh: `，请在 ${until} 前接收`, en: `; please acknowledge by ${until}` };
  return {
    zh: `【${area.name}】有 ${count} 名协查人员待接收${due.zh}。详情请登录查看：${link}`,
    en: `[${area.name}] ${count} people are waiting to be acknowledged${due.en}. Sign in for details: ${link}`,
  };
}
