import { type Profile, parseProfile, SHIPPED_PROFILES, shippedProfile, UnusableProfile } from '@tracewright/linkage';
import { Refused } from '../platform/answers.js';
import { bytesOf } from '../platform/file-access.js';

/** A shipped profile by its name, or one in a JSON file. */
export async function profileFor(name: string): Promise<Profile> {
  const shipped = shippedProfile(name.toUpperCase());
  if (shipped) return shipped;
  if (!/\.json$/i.test(name))
    throw new Refused(`There is no profile "${name}": there are ${SHIPPED_PROFILES.join(', ')}, or a file that ends in .json.`);
  const text = new TextDecoder().decode(await bytesOf(name));
  try {
    return parseProfile(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof UnusableProfile) throw new Refused(`${name} is no usable profile: ${error.message}`);
    if (error instanceof SyntaxError) throw new Refused(`${name} is not JSON: ${error.message}`);
    throw error;
  }
}
