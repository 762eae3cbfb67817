/** The classes of the domain notes §2.1, strictest first, for a file that does not order its own. */
export const USUAL_CLASS_ORDER = ['CLOSE', 'SECOND', 'PLACE_EXPOSED', 'GENERAL', 'ST_COMPANION'];

export interface AcrossProblem {
  readonly path: readonly (string | number)[];
  readonly en: string;
  readonly zh: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What is wrong between the fields of a file, also of one that single fields of are wrong: whoever writes it sees all of it at once. */
export function acrossFields(file: unknown): AcrossProblem[] {
  if (!isRecord(file)) return [];
  const order: readonly unknown[] = [...(Array.isArray(file.classOrder) ? file.classOrder : USUAL_CLASS_ORDER)];
  const classes = isRecord(file.secondDegree) ? [...order, 'SECOND'] : order;
  const seen = new Set<unknown>();
  return listOf(file.exposure).flatMap((rule, i): AcrossProblem[] => {
    if (!isRecord(rule)) return [];
    const at = (field: string, en: string, zh: string): AcrossProblem => ({ path: ['exposure', i, field], en, zh });
    const { id, cls } = rule;
    const again = typeof id === 'string' && id !== '' && seen.has(id);
    seen.add(id);
    return [
      ...(typeof cls === 'string' && cls !== '' && !classes.includes(cls)
        ? [at('cls', `rule ${id}: class "${cls}" is missing in classOrder`, `规则 ${id} 的类别“${cls}”不在类别顺序中`)]
        : []),
      ...(again ? [at('id', `rule id "${id}" is used twice`, `规则编号“${id}”用了两次`)] : []),
      ...(rule.gridCompanion !== undefined && cls !== 'ST_COMPANION'
        ? [
            at(
              'cls',
              `rule ${id}: phones in one grid give no class stricter than ST_COMPANION`,
              `规则 ${id}：手机信令同网格最多判为时空伴随`,
            ),
          ]
        : []),
      ...(rule.gridCompanion !== undefined && rule.decision !== 'PROPOSE'
        ? [
            at(
              'decision',
              `rule ${id}: phones in one grid only propose (decision PROPOSE)`,
              `规则 ${id}：手机信令同网格只能提出，须由人确认`,
            ),
          ]
        : []),
    ];
  });
}
