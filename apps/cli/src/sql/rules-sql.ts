import {
  CLOSE_CLASS,
  classRank,
  type ExposureRule,
  namedSettings,
  type Protocol,
  SECOND_CLASS,
  SETTINGS,
  type Setting,
  settingFit,
  stricterThanPlace,
  weakerClass,
} from '@tracewright/epi-core';

/** Conditions that the tables do not carry: a rule with one is at most possible (ruling 9). */
const UNCARRIED = ['seat', 'caseCondition', 'maxDistanceM'] as const;

function uncarried(rule: ExposureRule): string[] {
  const kinds: readonly string[] = rule.contactKinds ?? [];
  const byKind = kinds.length > 0 && !kinds.includes('AIRSPACE') ? ['contactKinds'] : [];
  return [...UNCARRIED.filter((field) => rule[field] !== undefined), ...byKind];
}

/** Fields that make a rule at most possible in SQL, by name, for whoever runs it. */
export function possibleOnly(protocol: Protocol): string[] {
  const second = protocol.secondDegree?.onlyIfClose ? ['secondDegree: onlyIfClose'] : [];
  return [...protocol.exposure.flatMap((rule) => uncarried(rule).map((field) => `exposure ${rule.id}: ${field}`)), ...second];
}

/** Fields without which the answer would miss people, by name: a protocol that has one is refused. */
export function notInSql(protocol: Protocol): string[] {
  return protocol.exposure.flatMap((rule) => (rule.sameAirZone ? [`exposure ${rule.id}: sameAirZone`] : []));
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** What is not there is a number that is not there: a column of nothing else has no type in Spark. */
const cell = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? 'CAST(NULL AS BIGINT)' : typeof value === 'string' ? quote(value) : String(Number(value));
const lines = (rows: readonly (readonly (string | number | boolean | null | undefined)[])[]): string =>
  rows.map((row) => `    (${row.map(cell).join(', ')})`).join(',\n');

/** A rule with a class it gives; protection that lowers the class makes two of one. */
interface Trial {
  readonly rule: ExposureRule;
  readonly cls: string;
  /** Only meetings without effective protection of the contact. */
  readonly bare: boolean;
  /** Only for a pair with such protection at some meeting: else the class was not lowered. */
  readonly guarded: boolean;
}

function trialsOf(protocol: Protocol, second: boolean): Trial[] {
  return protocol.exposure.flatMap((rule): Trial[] => {
    if (second && rule.cls !== CLOSE_CLASS) return [];
    const cls = second ? SECOND_CLASS : rule.cls;
    const own = { rule, cls, bare: rule.protection.effect !== 'NONE', guarded: false };
    const weaker = rule.protection.effect === 'DOWNGRADE' && !second ? weakerClass(protocol, cls) : null;
    return weaker === null ? [own] : [own, { rule, cls: weaker, bare: false, guarded: true }];
  });
}

function ruleRow(protocol: Protocol, second: boolean, { rule, cls, bare, guarded }: Trial, number: number) {
  const single = rule.single ?? (rule.cumulative ? undefined : { min: 0, mergeGap: 0, strict: undefined });
  const { cumulative } = rule;
  const window = cumulative?.window;
  const capped = uncarried(rule).length > 0 || rule.decision === 'PROPOSE' || (second && protocol.secondDegree?.onlyIfClose);
  return [
    number,
    rule.id,
    cls,
    classRank(protocol, cls),
    rule.priority * 1_000 + protocol.exposure.indexOf(rule),
    bare,
    guarded,
    capped ? 1 : 2,
    stricterThanPlace(protocol, cls),
    rule.enclosed === undefined ? '' : rule.enclosed ? 'yes' : 'no',
    rule.ventilation === undefined ? '' : 'poor',
    rule.lag * 60,
    (single?.mergeGap ?? 0) * 60,
    single ? single.min * 60 : null,
    single?.strict ?? false,
    cumulative ? cumulative.min * 60 : null,
    cumulative?.strict ?? false,
    typeof window === 'number' ? 'ROLLING' : (window ?? ''),
    typeof window === 'number' ? window * 60 : null,
    cumulative?.across === 'PAIR',
  ];
}

/** How far a list of settings is met, for every two settings that meet it at all; an unknown one is the empty word. */
function settingRows(protocol: Protocol, list: readonly Setting[], number: number) {
  const other = list.includes('OTHER_ASSESSED') ? (Object.keys(SETTINGS) as Setting[]).filter((s) => !namedSettings(protocol).has(s)) : [];
  const fits = (setting: Setting | null) => settingFit(list, setting, setting, protocol);
  return [...new Set([...list, ...other, null])].map((setting) => [number, setting ?? '', fits(setting)]);
}

/** Of a degree in which no rule asks: one that is never met. */
const NO_RULE = [-3, '', '', 0, 0, 0, 0, 0, 0, '', '', 0, 0, null, 0, null, 0, '', null, 0];

/** The rules of one degree as two tables made of literals: `rules`, and `side_fit` for the settings that a side may have. */
export function rulesSql(protocol: Protocol, degree: 1 | 2): string {
  const second = degree === 2;
  const trials = trialsOf(protocol, second);
  const rules = trials.map((trial, i) => ruleRow(protocol, second, trial, i));
  const settings = trials.flatMap(({ rule }, i) => (rule.settings.length === 0 ? [] : settingRows(protocol, rule.settings, i)));
  const seconds = protocol.secondDegree?.settings ?? [];
  const everySecond = second && seconds.length > 0 ? settingRows(protocol, seconds, -1) : [];
  const anywhere = trials.flatMap(({ rule }, i) => (rule.settings.length === 0 ? [[i]] : []));
  const orNobody = <T>(rows: readonly T[], nobody: T): readonly T[] => (rows.length > 0 ? rows : [nobody]);
  return `rules_${degree} AS (
  SELECT * FROM (VALUES
${lines(orNobody(rules, NO_RULE))}
  ) AS r(rule_no, rule_id, class, class_rank, rule_rank, bare, guarded, cap, strict_class, enclosed, ventilation, lag, gap,
         single_min, single_strict, added_min, added_strict, added_window, added_length, added_pair)
),
side_fit_${degree} AS (
  SELECT * FROM (VALUES
${lines(orNobody([...settings, ...everySecond], [-2, '', 0]))}
  ) AS f(rule_no, setting, fit)
),
anywhere_${degree} AS (
  SELECT * FROM (VALUES
${lines([...anywhere, ...(second && seconds.length > 0 ? [] : [[-1]]), [-2]])}
  ) AS a(rule_no)
)`;
}
