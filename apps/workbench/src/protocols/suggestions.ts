import { shippedProtocols, USUAL_CLASS_ORDER } from '@tracewright/epi-core';
import { type FilePath, schemaKeyOf, valueAt } from '@tracewright/workbench-model';

const listAt = (file: unknown, path: FilePath): string[] => {
  const list = valueAt(file, path);
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
};

/** The classes of the file, strictest first. */
export const classesOf = (file: unknown): string[] => {
  const own = listAt(file, ['classOrder']);
  return own.length > 0 ? own : USUAL_CLASS_ORDER;
};

const CASE_CONDITIONS = ['SEVERE', 'BACT_POS', 'BACT_NEG', 'SYMPTOMATIC', 'ASYMPTOMATIC', 'AFTER_ONSET', 'AFTER_RASH'];

/** Words that a field of free text usually has; any other may be written. */
export function suggestionsFor(path: FilePath, file: unknown): readonly string[] {
  const key = schemaKeyOf(path);
  if (key === 'exposure.sources') return listAt(file, ['sources']);
  if (key === 'exposure.caseCondition') return CASE_CONDITIONS;
  if (key === 'secondDegree.promoteIf') return ['CLOSE_TEST_POS'];
  if (key === 'classOrder') return USUAL_CLASS_ORDER;
  if (key === 'basedOn') return shippedProtocols().map(({ id }) => id);
  if (key === 'sla.trigger' || key === 'sla.target') return slaWords(key === 'sla.trigger' ? 'trigger' : 'target');
  return [];
}

const slaWords = (name: 'trigger' | 'target'): string[] => [
  ...new Set(shippedProtocols().flatMap(({ sla }) => sla.map((one) => one[name]))),
];
