import { COMPARISONS } from '../comparison/kinds.js';
import { DERIVED } from '../records/derived-columns.js';
import { CN_PERSON } from './cn-person.js';
import { LATIN_PERSON } from './latin-person.js';
import { type Profile, profileSchema } from './profile.js';

/** A profile that cannot be used: every reason, in sentences. */
export class UnusableProfile extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join(' '));
  }
}

function reasonsAgainst(profile: Profile): string[] {
  const reasons: string[] = [];
  const parts = new Map<string, readonly string[]>();
  const fields = new Map<string, string>();
  for (const { name, compare, columns, parts: given } of profile.fields) {
    const kind = COMPARISONS[compare];
    if (fields.has(name)) reasons.push(`Two fields are named "${name}".`);
    fields.set(name, compare);
    if (!kind) {
      reasons.push(`Field "${name}" compares as "${compare}", which is not one of ${Object.keys(COMPARISONS).join(', ')}.`);
      continue;
    }
    for (const [role, column] of Object.entries(columns)) {
      if (!kind.roles.includes(role)) reasons.push(`Field "${name}": "${compare}" reads ${kind.roles.join(', ')}, not "${role}".`);
      const [plain = '', derived] = column.split('#');
      if (!(plain in profile.columns)) reasons.push(`Field "${name}" reads the column "${plain}", which the profile does not name.`);
      if (derived !== undefined && !(derived in DERIVED))
        reasons.push(`Field "${name}": nothing called "${derived}" can be read from a column.`);
    }
    const made = kind.make({}).parts;
    for (const { name: part, levels } of made) {
      parts.set(made.length === 1 ? name : `${name}.${part}`, levels);
      const lacking = levels.filter((level) => !given[part]?.[level]);
      if (lacking.length > 0) reasons.push(`Field "${name}" gives no m and u for ${part}: ${lacking.join(', ')}.`);
    }
  }
  for (const { name, when } of profile.vetoes)
    for (const { part, levels } of when) {
      const known = parts.get(part);
      if (!known) reasons.push(`Veto "${name}" looks at "${part}", which is no part.`);
      for (const level of levels)
        if (known && level !== 'missing' && !known.includes(level)) reasons.push(`Veto "${name}": "${part}" has no level "${level}".`);
    }
  for (const part of profile.groups.flatMap(({ sides }) => sides.flat()))
    if (!parts.has(part)) reasons.push(`A group counts "${part}", which is no part.`);
  for (const { name, keys, second } of profile.passes)
    for (const key of [...keys, ...second]) {
      const [field = '', keyName = ''] = key.split('.');
      const kind = COMPARISONS[fields.get(field) ?? ''];
      try {
        if (!kind) reasons.push(`Pass "${name}" looks at "${field}", which is no field.`);
        else kind.make({}).key(keyName);
      } catch (error) {
        reasons.push(`Pass "${name}": ${(error as Error).message}`);
      }
    }
  if (profile.thresholds.review > profile.thresholds.match) reasons.push('The threshold of review lies above that of match.');
  if (profile.passes.length > 31) reasons.push('A profile has at most 31 passes.');
  return reasons;
}

/** Reads a profile from JSON or data. Throws UnusableProfile. */
export function parseProfile(source: unknown): Profile {
  const read = profileSchema.safeParse(source);
  if (!read.success)
    throw new UnusableProfile(read.error.issues.map(({ path, message }) => `${path.join('.') || 'The profile'}: ${message}.`));
  const reasons = reasonsAgainst(read.data);
  if (reasons.length > 0) throw new UnusableProfile(reasons);
  return read.data;
}

const SHIPPED: Readonly<Record<string, unknown>> = { 'CN-PERSON': CN_PERSON, 'LATIN-PERSON': LATIN_PERSON };
export const SHIPPED_PROFILES: readonly string[] = Object.keys(SHIPPED);

/** A profile that comes with the project, null for a name that none has. */
export const shippedProfile = (name: string): Profile | null => (Object.hasOwn(SHIPPED, name) ? parseProfile(SHIPPED[name]) : null);
