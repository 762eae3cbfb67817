import { USUAL_CLASS_ORDER } from '@tracewright/epi-core';

/** Classes a person can be given by hand. */
export const isContactClass = (word: string): boolean => USUAL_CLASS_ORDER.includes(word);
