import { clockTime, dayOf, SOURCE_WORDS } from '@tracewright/epi-core';
import type { CardDetermination, ContactCard } from './contact-card.js';

interface Both {
  readonly zh: string;
  readonly en: string;
}

const CLASSES: Readonly<Record<string, Both>> = {
  CLOSE: { zh: '密接', en: 'Close contact' },
  SECOND: { zh: '次密接', en: 'Secondary contact' },
  GENERAL: { zh: '一般接触者', en: 'General contact' },
  PLACE_EXPOSED: { zh: '涉疫场所暴露人员', en: 'Person exposed at a place' },
  ST_COMPANION: { zh: '时空伴随者', en: 'Time-space companion' },
};
const minutes = (seconds: number): number => Math.round(seconds / 60);

export const className = (cls: string): Both => CLASSES[cls] ?? { zh: cls, en: cls };

/** "Why is this person here", as one sentence from the determination's own numbers; `via` is the middle person's name as the asker may see it. */
export function determinationSentence(d: CardDetermination, via: string | null, tz: string): Both {
  const { determination, case: one, placeName, ruleLabel } = d;
  const cls = className(determination.cls);
  const marks = [
    ...(determination.certainty === 'possible' ? [{ zh: '待核', en: 'to verify' }] : []),
    ...(via === null ? [] : [{ zh: `经密接 ${via}`, en: `through ${via}` }]),
  ];
  const marked =
    marks.length === 0
      ? { zh: '', en: '' }
      : { zh: `（${marks.map(({ zh }) => zh).join('，')}）`, en: ` (${marks.map(({ en }) => en).join(', ')})` };
  const where = placeName === null ? { zh: '', en: '' } : { zh: `在${placeName}`, en: ` at ${placeName}` };
  const when = spanOf(determination.first, determination.last, tz);
  const how = lengthOf(determination);
  const words = [...new Set(d.overlaps.flatMap((o) => [o.caseStay.source, o.contactStay.source]))].map(
    (source) => SOURCE_WORDS[source] ?? { zh: source, en: source },
  );
  const sources =
    words.length === 0
      ? { zh: '', en: '' }
      : { zh: `；来源：${words.map(({ zh }) => zh).join('、')}`, en: `; known from ${words.map(({ en }) => en).join(', ')}` };
  const named = determination.origin === 'NAMED';
  return {
    zh: `#${one.no} 的${cls.zh}${marked.zh}：${when.zh}${where.zh}${named ? '，由病例点名' : '同时在场'}${how.zh}；${determination.protocolId}（版本 ${determination.protocolVersion}）规则 ${determination.rule}（${ruleLabel.zh}）${sources.zh}。`,
    en: `${cls.en} of #${one.no}${marked.en}: ${named ? 'named by the case' : 'there together'}${where.en}${when.en}${how.en}; ${determination.protocolId} (version ${determination.protocolVersion}) rule ${determination.rule} (${ruleLabel.en})${sources.en}.`,
  };
}

function spanOf(first: number | null, last: number | null, tz: string): Both {
  if (first === null || last === null) return { zh: '', en: '' };
  const [a, b] = [dayOf(first, tz), dayOf(last, tz)];
  const [from, to] = [clockTime(first, tz), clockTime(last, tz)];
  return a === b
    ? { zh: `${dayInChinese(a)} ${from}–${to}`, en: `, ${a} ${from}–${to}` }
    : { zh: `${dayInChinese(a)} ${from} 至 ${dayInChinese(b)} ${to}`, en: `, ${a} ${from} to ${b} ${to}` };
}

const dayInChinese = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

function lengthOf({ secondsMin, secondsMax }: { secondsMin: number | null; secondsMax: number | null }): Both {
  if (secondsMin === null || secondsMax === null) return { zh: '', en: '' };
  const [least, most] = [minutes(secondsMin), minutes(secondsMax)];
  return least === most
    ? { zh: `，${least} 分钟`, en: `, ${least} minutes` }
    : { zh: `，至少 ${least}、至多 ${most} 分钟`, en: `, at least ${least} and at most ${most} minutes` };
}

/** What is not known and would change the answer. */
export function unknownsOf(card: ContactCard): Both[] {
  const found: Both[] = [];
  const { person, contact, determinations } = card;
  if (determinations.some((d) => d.determination.certainty === 'possible' && d.determination.decision === null))
    found.push({
      zh: '是否真的同时在场尚未确认：补一条证据或由流调写明理由确认。',
      en: 'Whether they really were there together is not confirmed: add evidence, or confirm it with a reason.',
    });
  if (contact.areaPath === null) found.push({ zh: '落地区域未确认。', en: 'The area that must act is not confirmed.' });
  if (person.phones.length === 0) found.push({ zh: '没有电话。', en: 'There is no phone number.' });
  if (!person.documents.some((d) => d.valid)) found.push({ zh: '没有有效证件号。', en: 'There is no valid document number.' });
  if (determinations.some((d) => d.overlaps.some((o) => o.caseStay.protection === 'unknown' || o.contactStay.protection === 'unknown')))
    found.push({ zh: '防护情况不明，按无防护处理。', en: 'Protection is unknown and counts as none.' });
  return found;
}
