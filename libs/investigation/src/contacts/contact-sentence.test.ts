import { describe, expect, it } from 'vitest';
import type { CardDetermination } from './contact-card.js';
import { determinationSentence } from './contact-sentence.js';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const stay = (source: string) => ({ source });

const met = (more: object, sources: [string, string][] = [['interview', 'venue_code']]): CardDetermination =>
  ({
    determination: {
      cls: 'CLOSE',
      certainty: 'definite',
      origin: 'DERIVED',
      first: at('2022-04-10T18:30'),
      last: at('2022-04-10T20:40'),
      secondsMin: 1_800,
      secondsMax: 7_800,
      protocolId: 'CN-COVID-V8',
      protocolVersion: '8',
      rule: 'DINING',
      ...more,
    },
    case: { no: '207' },
    placeName: '云泽宴会楼',
    ruleLabel: { zh: '共餐', en: 'meal' },
    overlaps: sources.map(([caseStay, contactStay]) => ({ caseStay: stay(caseStay), contactStay: stay(contactStay) })),
  }) as unknown as CardDetermination;

describe('why somebody is a contact, in one sentence', () => {
  it('says who, where, when, at least and at most how long, by which rule of which version, and from which sources', () => {
    const { zh, en } = determinationSentence(met({}), null, 'Asia/Shanghai');
    expect(zh).toBe(
      '#207 的密接：4月10日 18:30–20:40在云泽宴会楼同时在场，至少 30、至多 130 分钟；CN-COVID-V8（版本 8）规则 DINING（共餐）；来源：流调、场所码。',
    );
    expect(en).toBe(
      'Close contact of #207: there together at 云泽宴会楼, 2022-04-10 18:30–20:40, at least 30 and at most 130 minutes; CN-COVID-V8 (version 8) rule DINING (meal); known from interview, venue code.',
    );
  });

  it('says what is to be verified, through whom, one length where both bounds agree, and no source where none is known', () => {
    const second = met({ cls: 'SECOND', certainty: 'possible', secondsMin: 7_800, last: at('2022-04-11T08:00') }, []);
    const { zh, en } = determinationSentence(second, '张三', 'Asia/Shanghai');
    expect(zh).toMatch(/^#207 的次密接（待核，经密接 张三）：4月10日 18:30 至 4月11日 08:00在.+，130 分钟；.+（共餐）。$/);
    expect(en).toMatch(
      /^Secondary contact of #207 \(to verify, through 张三\): .+ 2022-04-10 18:30 to 2022-04-11 08:00, 130 minutes; .+\(meal\)\.$/,
    );
  });
});
