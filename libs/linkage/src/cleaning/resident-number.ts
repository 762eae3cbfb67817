import { type ResidentIdAnswer, readResidentId } from '@tracewright/epi-core';

let last: { text: string; read: ResidentIdAnswer } | null = null;

/** As `readResidentId`. A record's document, birth and sex are asked of one number one after the other: it is read once. */
export function residentNumber(text: string): ResidentIdAnswer {
  if (last?.text !== text) last = { text, read: readResidentId(text) };
  return last.read;
}
