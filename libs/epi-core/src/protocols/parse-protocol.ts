import { z } from 'zod';
import { type Protocol, protocolSchema } from './schema.js';

export type ParsedProtocol =
  | { readonly kind: 'protocol'; readonly protocol: Protocol }
  | { readonly kind: 'refused'; readonly reason: string };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a child never takes over from its parent: somebody verified that one, not this one. */
const OWN = ['id', 'verifiedBy', 'name', 'notes', 'unverified'];

/** A local variant is a patch: its own fields replace those of the protocol it is based on, field by field at the top level. */
function patched(json: Record<string, unknown>, parent: (id: string) => Record<string, unknown> | undefined): Record<string, unknown> {
  const base = typeof json.basedOn === 'string' ? parent(json.basedOn) : undefined;
  if (!base) return json;
  const inherited = Object.entries(patched(base, parent)).filter(([key]) => !OWN.includes(key));
  return { ...Object.fromEntries(inherited), ...json };
}

/** Reads a protocol file at the door. `parent` finds the file that `basedOn` names; a patch on an unknown parent must be complete in itself. */
export function parseProtocol(
  json: unknown,
  parent: (id: string) => Record<string, unknown> | undefined = () => undefined,
): ParsedProtocol {
  if (!isRecord(json)) return { kind: 'refused', reason: 'A protocol file holds one JSON object.' };
  const parsed = protocolSchema.safeParse(patched(json, parent));
  if (parsed.success) return { kind: 'protocol', protocol: parsed.data };
  const where = (issue: z.core.$ZodIssue) => (issue.path.length ? `${issue.path.join('.')}: ` : '');
  const reason = parsed.error.issues.map((issue) => `${where(issue)}${issue.message}`).join('; ');
  return { kind: 'refused', reason: `The protocol file does not fit the schema: ${reason}` };
}
