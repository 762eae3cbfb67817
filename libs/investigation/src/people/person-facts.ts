import { type Day, lostDigits, readPhone, readResidentId } from '@tracewright/epi-core';
import type { IdDocument, Person, Sex } from './person-store.js';

/** What somebody typed, pasted or imported about a person. Any one of name, phone, document or description is enough (ruling 17). */
export interface PersonWords {
  readonly name?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly docNo?: string | null | undefined;
  readonly docType?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly sex?: string | null | undefined;
  readonly birthOn?: string | null | undefined;
  readonly areaId?: string | null | undefined;
}

export interface PersonProblem {
  readonly field: 'name' | 'phone' | 'docNo' | 'birthOn' | 'sex';
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface PersonFacts {
  readonly name: string;
  readonly phones: readonly string[];
  readonly document: IdDocument | null;
  readonly description: string | null;
  readonly address: string | null;
  readonly sex: Sex;
  readonly birthOn: Day | null;
}

const clean = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
const SEXES: Record<string, Sex> = {
  男: 'male',
  m: 'male',
  male: 'male',
  '1': 'male',
  女: 'female',
  f: 'female',
  female: 'female',
  '2': 'female',
};

/** The first usable number of a cell such as `13900001111/021-12345678`; every usable one is kept. */
function phonesOf(text: string): { numbers: string[]; wrong: string[] } {
  const numbers: string[] = [];
  const wrong: string[] = [];
  for (const part of text
    .split(/[/、,，;；]|\s{2,}/)
    .map((p) => p.trim())
    .filter((p) => p !== '')) {
    const read = readPhone(part);
    if (read.kind === 'mobile' || read.kind === 'landline') numbers.push(read.number);
    else if (read.kind !== 'empty') wrong.push(part);
  }
  return { numbers: [...new Set(numbers)], wrong };
}

function documentOf(type: string, no: string): { document: IdDocument | null; spoiled: boolean } {
  if (no === '') return { document: null, spoiled: false };
  if (lostDigits(no)) return { document: null, spoiled: true };
  const kind = type === '' ? 'resident-id' : type.toLowerCase().replaceAll('_', '-');
  if (kind !== 'resident-id' && kind !== '身份证' && kind !== 'id')
    return { document: { type: kind, no: no.toUpperCase(), valid: true }, spoiled: false };
  const read = readResidentId(no);
  if (read.kind === 'spoiled') return { document: null, spoiled: true };
  if (read.kind === 'valid') return { document: { type: 'resident-id', no: read.number, valid: true }, spoiled: false };
  return { document: { type: 'resident-id', no: no.toUpperCase(), valid: false }, spoiled: false };
}

/**
 * Reads the words about a person into facts. A wrong number is kept as an invalid document and said, never corrected; a spoiled one is
 * refused by name, because two people's spoiled numbers look alike.
 */
export function personFacts(words: PersonWords): { facts: PersonFacts; problems: PersonProblem[] } {
  const problems: PersonProblem[] = [];
  const { document, spoiled } = documentOf(clean(words.docType), clean(words.docNo));
  if (spoiled)
    problems.push({
      field: 'docNo',
      code: 'document-spoiled',
      zh: '证件号被 Excel 改成了科学计数法，末几位已丢失：请把该列设为文本后重新填写。',
      en: 'A spreadsheet turned this document number into scientific notation and its last digits are lost: format the column as text and enter it again.',
    });
  const { numbers, wrong } = phonesOf(clean(words.phone));
  if (wrong.length > 0)
    problems.push({
      field: 'phone',
      code: 'phone-unreadable',
      zh: '电话号码看不懂：请写 11 位手机号或带区号的座机。',
      en: 'This phone number cannot be read: write an 11-digit mobile or a landline with its area code.',
    });
  const id = document?.type === 'resident-id' && document.valid ? readResidentId(document.no) : null;
  const born = clean(words.birthOn).replaceAll('/', '-');
  if (born !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(born))
    problems.push({
      field: 'birthOn',
      code: 'day-unreadable',
      zh: '出生日期请写成 1990-01-31。',
      en: 'Write the day of birth as 1990-01-31.',
    });
  const facts: PersonFacts = {
    name: clean(words.name),
    phones: numbers,
    document,
    description: clean(words.description) || null,
    address: clean(words.address) || null,
    sex: SEXES[clean(words.sex).toLowerCase()] ?? (id?.kind === 'valid' ? id.sex : 'unknown'),
    birthOn: /^\d{4}-\d{2}-\d{2}$/.test(born) ? born : id?.kind === 'valid' ? id.birthOn : null,
  };
  if (facts.name === '' && numbers.length === 0 && document === null && facts.description === null && problems.length === 0)
    problems.push({
      field: 'name',
      code: 'nobody',
      zh: '姓名、电话、证件、描述至少填一项。',
      en: 'Give at least one of name, phone, document or description.',
    });
  return { facts, problems };
}

/** Adds what is newly known to a known person; what was known stays. */
export function withFacts(person: Person, facts: PersonFacts): Person {
  const known = facts.document && person.documents.some((d) => d.type === facts.document!.type && d.no === facts.document!.no);
  return {
    ...person,
    name: person.name === '' ? facts.name : person.name,
    phones: [...new Set([...person.phones, ...facts.phones])],
    documents: facts.document && !known ? [...person.documents, facts.document] : person.documents,
    address: person.address ?? facts.address,
    sex: person.sex === 'unknown' ? facts.sex : person.sex,
    birthOn: person.birthOn ?? facts.birthOn,
    description: person.description ?? facts.description,
  };
}
