import type { z } from 'zod';

/** What is wrong with a field of a protocol file, in the words of those who write one. */
export interface ProtocolProblem {
  /** Where in the file: `exposure.3.cls`; `protocol` for the file as a whole. */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Issue = z.core.$ZodIssue;
interface Said {
  readonly zh: string;
  readonly en: string;
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], json);

function limit(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Said {
  if (issue.code === 'too_big') return { zh: `最大 ${issue.maximum}`, en: `at most ${issue.maximum}` };
  if (issue.origin !== 'number') return { zh: '不能为空', en: 'must not be empty' };
  return issue.inclusive
    ? { zh: `最小 ${issue.minimum}`, en: `at least ${issue.minimum}` }
    : { zh: `要大于 ${issue.minimum}`, en: `must be more than ${issue.minimum}` };
}

const TYPES: Readonly<Record<string, Said>> = {
  number: { zh: '要填数字', en: 'must be a number' },
  int: { zh: '要填整数', en: 'must be a whole number' },
  string: { zh: '要填文字', en: 'must be text' },
  boolean: { zh: '只能是“是”或“否”', en: 'must be yes or no' },
  array: { zh: '要填列表', en: 'must be a list' },
  object: { zh: '要填一组内容', en: 'must be a group of fields' },
  record: { zh: '要填一组内容', en: 'must be a group of fields' },
};

const listed = (values: readonly unknown[]): Said => ({ zh: `只能选 ${values.join('、')}`, en: `must be one of ${values.join(', ')}` });

function saidOf(issue: Issue, value: unknown): Said {
  if (issue.code === 'custom') return { zh: String(issue.params?.zh ?? issue.message), en: issue.message };
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ');
    return { zh: `没有 ${names} 这样的字段`, en: `unknown field ${names}` };
  }
  if (value === undefined) return { zh: '必填', en: 'is needed' };
  if (issue.code === 'too_small' || issue.code === 'too_big') return limit(issue);
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? { zh: issue.message, en: issue.message };
  if (issue.code === 'invalid_value') return listed(issue.values);
  if (issue.code === 'invalid_format' && issue.format === 'date') return { zh: '日期写成 2022-04-14', en: 'write the day as 2022-04-14' };
  if (issue.code === 'invalid_union') return { zh: '要填数字，或选列表中的一项', en: 'must be a number or one of the words' };
  return { zh: issue.message, en: issue.message };
}

/** A problem of the schema as a sentence about its field. */
export const problemOf = (issue: Issue, json: unknown): ProtocolProblem => ({
  field: issue.path.length > 0 ? issue.path.join('.') : 'protocol',
  ...saidOf(issue, valueAt(json, issue.path)),
});
