import { clockTime, dayOf } from '@tracewright/epi-core';
import { ageAt } from '../people/person-view.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { type CaseSheet, caseSheet } from './case-sheet.js';

/** The core of an investigation is due so long after the report (`domain.md` §1). */

const CATEGORY = {
  confirmed: { zh: '确诊病例', en: 'confirmed case' },
  clinical: { zh: '临床诊断病例', en: 'clinical case' },
  probable: { zh: '可能病例', en: 'probable case' },
  suspected: { zh: '疑似病例', en: 'suspected case' },
  asymptomatic: { zh: '无症状感染者', en: 'asymptomatic infection' },
  excluded: { zh: '已排除', en: 'excluded' },
} as const;
const SEX = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' }, unknown: { zh: '性别不详', en: 'sex unknown' } } as const;

/** The report due at four hours as text to copy. Every sentence comes from the graph; what is not known is said as not known. */
export async function coreReport(desk: Desk, actor: Actor, caseId: string): Promise<{ sheet: CaseSheet; zh: string; en: string } | null> {
  const sheet = await caseSheet(desk, actor, caseId);
  if (!sheet) return null;
  return { sheet, ...coreReportText(sheet, desk.clock.now(), desk.clock.tz) };
}

export function coreReportText(sheet: CaseSheet, now: number, tz: string): { zh: string; en: string } {
  const { case: one, person } = sheet;
  const age = ageAt(person.birthOn, now);
  const moment = (at: number | null) => (at === null ? null : `${dayOf(at, tz)} ${clockTime(at, tz)}`);
  const zh: string[] = [`病例 #${one.no} 核心流调报告（${moment(now)}）`];
  const en: string[] = [`Case #${one.no}, core report (${moment(now)})`];
  const say = (a: string, b: string) => {
    zh.push(a);
    en.push(b);
  };
  say(
    `${person.name || '姓名不详'}，${SEX[person.sex].zh}，${age === null ? '年龄不详' : `${age} 岁`}，${CATEGORY[one.category].zh}。现住 ${person.currentAddress ?? person.address ?? '不详'}。`,
    `${person.name || 'Name unknown'}, ${SEX[person.sex].en}, ${age === null ? 'age unknown' : `aged ${age}`}, ${CATEGORY[one.category].en}. Lives at ${person.currentAddress ?? person.address ?? 'unknown'}.`,
  );
  say(
    `发病 ${one.onsetOn ?? '不详'}；首次阳性采样 ${moment(one.firstPositiveSampleAt) ?? '不详'}；报告 ${moment(one.reportedAt) ?? '不详'}；隔离 ${moment(one.isolatedAt) ?? '尚未'}。`,
    `Onset ${one.onsetOn ?? 'unknown'}; first positive sample ${moment(one.firstPositiveSampleAt) ?? 'unknown'}; reported ${moment(one.reportedAt) ?? 'unknown'}; isolated ${moment(one.isolatedAt) ?? 'not yet'}.`,
  );
  for (const w of sheet.windows.filter((x) => !x.unbounded)) {
    const [from, to] = [moment(w.start), w.open ? null : moment(w.end)];
    say(
      `传染期 ${from} 至 ${to ?? '现在'}${w.provisional ? '（暂定）' : ''}，按 ${one.protocolId}。`,
      `Infectious from ${from} to ${to ?? 'now'}${w.provisional ? ' (provisional)' : ''} under ${one.protocolId}.`,
    );
  }
  if (sheet.noWindow) say(`传染期无法推定：${sheet.noWindow.zh}。`, `No infectious window: ${sheet.noWindow.en}.`);
  const within = sheet.stays.filter((s) => sheet.windows.some((w) => w.start < s.stay.end && s.stay.start < w.end));
  say(`传染期内活动 ${within.length} 段：`, `${within.length} stays within it:`);
  for (const s of within) {
    const span = `${moment(s.stay.start)}–${clockTime(s.stay.end, tz)}`;
    say(
      `· ${span} ${s.place?.name ?? '地点不详'}，关联密接 ${s.contactsDefinite} 人，待核 ${s.contactsPossible} 人。`,
      `· ${span} ${s.place?.name ?? 'place unknown'}: ${s.contactsDefinite} definite contacts, ${s.contactsPossible} to verify.`,
    );
  }
  const people = (cls: string, certainty: string) =>
    new Set(
      sheet.determinations.filter((d) => d.cls === cls && d.certainty === certainty && d.decision !== 'EXCLUDED').map((d) => d.personId),
    ).size;
  const possible = new Set(sheet.determinations.filter((d) => d.certainty === 'possible' && d.decision === null).map((d) => d.personId))
    .size;
  say(
    `已判定密接 ${people('CLOSE', 'definite')} 人、次密接 ${people('SECOND', 'definite')} 人，待核 ${possible} 人，点名 ${sheet.namings.length} 人。`,
    `${people('CLOSE', 'definite')} close contacts, ${people('SECOND', 'definite')} secondary contacts, ${possible} to verify, ${sheet.namings.length} named.`,
  );
  const open = sheet.questions.filter((q) => q.answer === null).length;
  say(
    `轨迹完整度 ${Math.round(sheet.completeness * 100)}%，尚有 ${open} 个问题未答。`,
    `Trajectory ${Math.round(sheet.completeness * 100)} % covered, ${open} questions open.`,
  );
  return { zh: zh.join('\n'), en: en.join('\n') };
}
