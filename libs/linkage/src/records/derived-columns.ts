import { residentNumber } from '../cleaning/resident-number.js';

const valid = (text: string) => {
  const read = residentNumber(text);
  return read.kind === 'valid' ? read : null;
};

/** What a column tells beside itself: `doc_no#birth` is the day of birth in a valid resident number. */
export const DERIVED: Readonly<Record<string, (text: string) => string>> = {
  birth: (text) => valid(text)?.birthOn ?? '',
  sex: (text) => valid(text)?.sex ?? '',
};
