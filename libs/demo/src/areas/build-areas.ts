import { landline } from '../people/documents.js';
import type { DemoArea } from '../records.js';
import { INVENTED_PROVINCE, STREETS } from './tree-table.js';

const PROVINCE = INVENTED_PROVINCE;
const CITY = `${PROVINCE}01`;
export const HOME_DISTRICT = `${CITY}03`;
/** Codes that can stand at the head of a document: the home district and where people came from. */
export const OUTSIDE_AREAS = [`${CITY}04`, `${CITY}05`, `${PROVINCE}02`, '98'] as const;

const two = (n: number) => String(n).padStart(2, '0');
const three = (n: number) => String(n).padStart(3, '0');

interface Draft extends Omit<DemoArea, 'phone' | 'dutyHolder' | 'aliases' | 'outside'> {
  readonly aliases?: readonly string[];
  readonly outside?: boolean;
}

const ABOVE: readonly Draft[] = [
  { area: PROVINCE, name: '临江省', level: 'province', parent: null, aliases: ['临江'] },
  { area: CITY, name: '澄川市', level: 'city', parent: PROVINCE, aliases: ['澄川'] },
  { area: HOME_DISTRICT, name: '云泽区', level: 'district', parent: CITY, aliases: ['云泽'] },
];

const OUTSIDE: readonly Draft[] = [
  { area: OUTSIDE_AREAS[0], name: '汀南区', level: 'district', parent: CITY, outside: true },
  { area: OUTSIDE_AREAS[1], name: '汀北区', level: 'district', parent: CITY, outside: true },
  { area: OUTSIDE_AREAS[2], name: '岚泊市', level: 'city', parent: PROVINCE, outside: true },
  { area: OUTSIDE_AREAS[3], name: '海沅省', level: 'province', parent: null, outside: true },
];

function streetDrafts(): Draft[] {
  return STREETS.flatMap((street, s): Draft[] => {
    const streetId = `${HOME_DISTRICT}${three(s + 1)}`;
    const below = street.communities.flatMap(([name, compounds], c): Draft[] => {
      const id = `${streetId}${three(c + 1)}`;
      const inside = compounds.map(
        ([compound, ...aliases], k): Draft => ({ area: `${id}-${two(k + 1)}`, name: compound, level: 'compound', parent: id, aliases }),
      );
      return [{ area: id, name, level: 'community', parent: streetId }, ...inside];
    });
    return [{ area: streetId, name: street.name, level: 'street', parent: HOME_DISTRICT, aliases: [street.alias] }, ...below];
  });
}

/** A compound has no duty desk of its own: its community answers the phone. */
const dutyOf = (draft: Draft, all: readonly Draft[]): Draft =>
  draft.level === 'compound' ? all.find((a) => a.area === draft.parent)! : draft;

/** The home tree (province, city, district, 6 streets, 24 communities, their compounds) and four areas outside of it. */
export function buildAreas(): DemoArea[] {
  const drafts = [...ABOVE, ...streetDrafts(), ...OUTSIDE];
  return drafts.map((draft) => {
    const duty = dutyOf(draft, drafts);
    return {
      area: draft.area,
      name: draft.name,
      level: draft.level,
      parent: draft.parent,
      dutyHolder: `${duty.name}值班`,
      phone: landline(drafts.indexOf(duty)),
      aliases: draft.aliases ?? [],
      outside: draft.outside ?? false,
    };
  });
}
