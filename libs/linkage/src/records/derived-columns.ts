import { type ResidentIdAnswer, readResidentId } from '@tracewright/epi-core';

let last: { text: string; read: ResidentIdAnswer } | null = null;

/** Birth and sex are asked of one number one after the other: it is read once. */
const valid = (text: string) => {
  if (last?.text !== text) last = { text, read: readResidentId(text) };
  return last.read.kind === 'valid' ? last.read : null;
};

/** What a column tells beside itself: `doc_no#birth` is the day of birth in a valid resident number. */
export const DERIVED: Readonly<Record<string, (text: string) => string>> = {
  birth: (text) => valid(text)?.birthOn ?? '',
  sex: (text) => valid(text)?.sex ?? '',
};
