import type { InfectiousRule } from '@tracewright/epi-core';

interface Both {
  readonly zh: string;
  readonly en: string;
}

const KINDS: Readonly<Record<InfectiousRule['caseKind'], Both>> = {
  SYMPTOMATIC: { zh: '有症状者', en: 'With symptoms' },
  ASYMPTOMATIC: { zh: '无症状者', en: 'Without symptoms' },
  BACT_POS: { zh: '病原学阳性者', en: 'Bacteriologically positive' },
  BACT_NEG: { zh: '病原学阴性者', en: 'Bacteriologically negative' },
  ANY: { zh: '所有病例', en: 'Every case' },
};

const ANCHORS: Readonly<Record<InfectiousRule['anchors'][number], Both>> = {
  ONSET: { zh: '发病', en: 'onset' },
  RASH_ONSET: { zh: '出疹', en: 'rash' },
  COUGH_ONSET: { zh: '咳嗽', en: 'cough' },
  CATARRHAL_ONSET: { zh: '卡他症状', en: 'catarrhal symptoms' },
  FIRST_POS_SAMPLE: { zh: '首次阳性采样', en: 'first positive sample' },
  DIAGNOSIS: { zh: '诊断', en: 'diagnosis' },
  FIRST_POS_FINDING: { zh: '首次阳性发现', en: 'first positive finding' },
  REPORTED: { zh: '报告', en: 'report' },
};

const EVENTS: Readonly<Record<NonNullable<InfectiousRule['end']['event']>, Both>> = {
  ISOLATED: { zh: '隔离', en: 'isolation' },
  TREATMENT_START: { zh: '开始治疗', en: 'start of treatment' },
  ANTIBIOTIC_START: { zh: '开始抗菌治疗', en: 'start of antibiotics' },
  LESIONS_HEALED: { zh: '皮损愈合', en: 'healing of the lesions' },
  DEATH_BURIED: { zh: '死亡并安葬', en: 'death and burial' },
};

const LANGUAGES = ['zh', 'en'] as const;

/** Days from an anchor: two days before onset, the day of the rash, 4 days after. */
function momentWords(anchor: Both, days: number): Both {
  const [n, unit] = [Math.abs(days), Math.abs(days) === 1 ? 'day' : 'days'];
  if (days === 0) return { zh: `${anchor.zh}当日`, en: `the day of ${anchor.en}` };
  return days < 0
    ? { zh: `${anchor.zh}前 ${n} 天`, en: `${n} ${unit} before ${anchor.en}` }
    : { zh: `${anchor.zh}后 ${n} 天`, en: `${n} ${unit} after ${anchor.en}` };
}

/** One infectious window of a protocol as a reader of the rules would say it. */
export function windowWords({ caseKind, anchors, anchorChoice, startOffset, end }: InfectiousRule): Both {
  const joined = (list: readonly Both[], by: Both): Both => ({
    zh: list.map(({ zh }) => zh).join(by.zh),
    en: list.map(({ en }) => en).join(by.en),
  });
  const first = anchorChoice === 'EARLIEST' ? { zh: '或', en: ' or ' } : { zh: '（不详时依次用）', en: ' (when unknown: next) ' };
  const from = momentWords(
    joined(
      anchors.map((anchor) => ANCHORS[anchor]),
      first,
    ),
    startOffset,
  );
  const ends = [
    ...(end.offset === undefined ? [] : [momentWords(ANCHORS[end.anchor ?? anchors[0]!], end.offset)]),
    ...(end.event === undefined ? [] : [end.eventOffset ? momentWords(EVENTS[end.event], end.eventOffset) : EVENTS[end.event]]),
    ...(end.symptomFreeDays === undefined
      ? []
      : [{ zh: `症状消失 ${end.symptomFreeDays} 天`, en: `${end.symptomFreeDays} days without symptoms` }]),
  ];
  const until = joined(ends, { zh: '、', en: ', ' });
  const which = end.take === 'LATEST' ? { zh: '中较晚者', en: ', whichever is later' } : { zh: '中较早者', en: ', whichever is earlier' };
  return Object.fromEntries(
    LANGUAGES.map((lang) => {
      const limit = ends.length === 0 ? { zh: '不限', en: 'no end' }[lang] : `${until[lang]}${ends.length > 1 ? which[lang] : ''}`;
      const of = anchorChoice === 'EARLIEST' && anchors.length > 1 ? { zh: '（取较早者）', en: ' (the earlier)' }[lang] : '';
      return [
        lang,
        lang === 'zh'
          ? `${KINDS[caseKind].zh}：自${from.zh}${of}，至${limit}`
          : `${KINDS[caseKind].en}: from ${from.en}${of} until ${limit}`,
      ];
    }),
  ) as unknown as Both;
}
