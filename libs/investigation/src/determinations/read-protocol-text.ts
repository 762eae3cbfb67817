import { type Protocol, type ProtocolProblem, readProtocol, unhandledFields } from '@tracewright/epi-core';

export type { ProtocolProblem };
export type ReadText =
  | { readonly kind: 'read'; readonly protocol: Protocol }
  | { readonly kind: 'invalid-input'; readonly fields: readonly ProtocolProblem[] };

/** Characters of a protocol file: the longest shipped one has a tenth of it. */
const LONGEST = 200_000;

const whole = (zh: string, en: string): ReadText => ({ kind: 'invalid-input', fields: [{ field: 'protocol', zh, en }] });

/** A problem of the schema as a sentence that stands by itself. */
const sentence = ({ field, zh, en }: ProtocolProblem): ProtocolProblem => ({
  field,
  zh: `方案文件 ${field} 处：${zh}。请改正后再试。`,
  en: `In the protocol file at ${field}: ${en}. Correct it and try again.`,
});

/**
 * The text of a protocol file at the door, with a sentence for each problem. A field that deriving here does not handle is one (ruling 9).
 */
export function readProtocolText(text: string): ReadText {
  if (text.length > LONGEST)
    return whole(`方案文件太长：最多 ${LONGEST} 个字符。`, `The protocol file is too long: at most ${LONGEST} characters.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message;
    return whole(
      `方案文件不是 JSON：${why}。请检查括号、引号和逗号。`,
      `The protocol file is not JSON: ${why}. Check brackets, quotes and commas.`,
    );
  }
  const read = readProtocol(json);
  if (read.kind === 'refused') return { kind: 'invalid-input', fields: read.problems.map(sentence) };
  const unhandled = unhandledFields(read.protocol);
  if (unhandled.length === 0) return { kind: 'read', protocol: read.protocol };
  return {
    kind: 'invalid-input',
    fields: unhandled.map((field) => ({
      field,
      zh: `这里的研判不处理 ${field}：请去掉这条规则，或在命令行对文件使用。`,
      en: `Deriving here does not handle ${field}: take the rule out, or use it on files with the command "derive".`,
    })),
  };
}
