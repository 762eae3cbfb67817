import type { NamedInput } from '@tracewright/api-client';
import { readPhone } from '@tracewright/epi-core';

const DOCUMENT = /^(\d{17}[\dXx]|\d{15}|[A-Za-z]{1,2}\d{7,8})$/;
/** A Chinese name of two to four characters, one with a dot between its parts, or Latin words. */
const NAME = /^(\p{Script=Han}{2,4}|[\p{Script=Han}]+[·•][\p{Script=Han}·•]+|[\p{Script=Latin}][\p{Script=Latin}.'-]*)$/u;

/** One line of a pasted list or of what a patient says: name, phone, document and address in any order; whatever is no name is a description. */
export function namedOf(line: string): NamedInput | null {
  const words = line
    .trim()
    .split(/[\t,，;；、]+|\s+/)
    .filter(Boolean);
  if (words.length === 0) return null;
  const named: { name?: string; phone?: string; docNo?: string } = {};
  const rest: string[] = [];
  for (const word of words) {
    const phone = readPhone(word);
    if (!named.docNo && DOCUMENT.test(word)) named.docNo = word;
    else if (!named.phone && (phone.kind === 'mobile' || phone.kind === 'landline')) named.phone = phone.number;
    else if (!named.name && NAME.test(word)) named.name = word;
    else if (named.name && rest.length === 0 && /^\p{Script=Latin}+$/u.test(word)) named.name = `${named.name} ${word}`;
    else rest.push(word);
  }
  const text = rest.join(' ');
  if (text === '') return named;
  return named.name || named.phone || named.docNo ? { ...named, address: text } : { description: text };
}

/** Everybody of a list, a line each. */
export const namedLines = (text: string): NamedInput[] => text.split(/\r?\n/).flatMap((line) => namedOf(line) ?? []);
