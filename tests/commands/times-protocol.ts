/** The columns of derived contacts. */
export const HEADERS = 'case,contact,via,class,certainty,rule,first,last,seconds_min,seconds_max,encounters,protocol';

/** A protocol with nothing in it but times: a window, three durations, two classes and a second degree. */
export const RULES = [
  { id: 'SHORT', cls: 'GENERAL', priority: 4, min: 5 },
  { id: 'QUARTER', cls: 'CLOSE', priority: 3, min: 15 },
  { id: 'HOUR', cls: 'CLOSE', priority: 2, min: 60 },
] as const;
export type Rule = (typeof RULES)[number];
export const protocol = (change: object = {}) => ({
  id: 'TIMES',
  infectious: [{ caseKind: 'ANY', anchors: ['ONSET'], startOffset: -2, end: { event: 'ISOLATED' } }],
  exposure: RULES.map(({ min, ...rule }) => ({ ...rule, settings: [], single: { min } })),
  classOrder: ['CLOSE', 'GENERAL'],
  secondDegree: { settings: [] },
  ...change,
});
