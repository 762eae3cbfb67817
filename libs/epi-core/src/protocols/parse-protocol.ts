import { acrossFields } from './across-fields.js';
import { type ProtocolProblem, problemOf } from './protocol-problems.js';
import { type Protocol, protocolSchema } from './schema.js';

export type ParsedProtocol =
  | { readonly kind: 'protocol'; readonly protocol: Protocol }
  | { readonly kind: 'refused'; readonly reason: string; readonly problems: readonly ProtocolProblem[] };

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

function refused(problems: readonly ProtocolProblem[]): ParsedProtocol {
  const reason = problems.map(({ field, en }) => (field === 'protocol' ? en : `${field}: ${en}`)).join('; ');
  return { kind: 'refused', problems, reason: `The protocol file does not fit the schema: ${reason}` };
}

/** Reads a protocol file at the door. `parent` finds the file that `basedOn` names; a patch on an unknown parent must be complete in itself. */
export function parseProtocol(
  json: unknown,
  parent: (id: string) => Record<string, unknown> | undefined = () => undefined,
): ParsedProtocol {
  if (!isRecord(json)) {
    const [zh, en] = ['方案文件应为一个 JSON 对象。', 'A protocol file holds one JSON object.'];
    return { kind: 'refused', reason: en, problems: [{ field: 'protocol', zh, en }] };
  }
  const whole = patched(json, parent);
  const parsed = protocolSchema.safeParse(whole);
  if (parsed.success) return { kind: 'protocol', protocol: parsed.data };
  const single = parsed.error.issues.map((issue) => problemOf(issue, whole));
  const known = new Set(single.map(({ field, en }) => `${field} ${en}`));
  const across = acrossFields(whole).map(({ path, zh, en }) => ({ field: path.join('.'), zh, en }));
  return refused([...single, ...across.filter(({ field, en }) => !known.has(`${field} ${en}`))]);
}
