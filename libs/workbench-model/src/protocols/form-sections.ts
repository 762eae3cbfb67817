import type { ProtocolField } from '@tracewright/epi-core';

/** Fields of a form that are read together, under one heading. */
export interface FormSection {
  readonly id: string;
  readonly fields: readonly ProtocolField[];
}

type Arrangement = readonly (readonly [id: string, keys: readonly string[]])[];

/** How a rule is thought about: who and where, how long, how near, in which seat, and what then. */
export const RULE_SECTIONS: Arrangement = [
  ['what', ['id', 'cls', 'decision', 'priority', 'label']],
  ['where', ['settings', 'contactKinds', 'maxDistanceM', 'enclosed', 'ventilation', 'sameAirZone']],
  ['long', ['single', 'cumulative', 'lag']],
  ['seat', ['seat']],
  ['protection', ['protection', 'caseCondition']],
  ['phones', ['gridCompanion']],
  ['source', ['sources', 'note']],
];

/** The file as its writer goes through it. */
export const FILE_SECTIONS: Arrangement = [
  ['rules', ['exposure']],
  ['window', ['infectious', 'dayCount']],
  ['measures', ['management']],
  ['second', ['secondDegree']],
  ['classes', ['classOrder']],
  ['about', ['id', 'version', 'name', 'disease', 'jurisdiction', 'validFrom', 'validTo', 'basedOn', 'tz']],
  ['clocks', ['sla']],
  ['source', ['sources', 'unverified', 'notes', 'verifiedBy']],
];

/** The fields in their arrangement. One that nobody arranged stands under `other`: it may be out of place, but not out of reach. */
export function sectionsOf(fields: readonly ProtocolField[], arrangement: Arrangement): FormSection[] {
  const placed = new Set(arrangement.flatMap(([, keys]) => keys));
  const rest = fields.filter(({ key }) => !placed.has(key));
  const sections = arrangement.map(([id, keys]) => ({
    id,
    fields: keys.flatMap((key) => fields.find((field) => field.key === key) ?? []),
  }));
  return [...sections, { id: 'other', fields: rest }].filter((section) => section.fields.length > 0);
}
