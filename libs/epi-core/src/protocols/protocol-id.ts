import { shippedProtocols } from './shipped.js';

/** Capital letters, digits and hyphens between them: it stands in files, commands and keys, and reads the same everywhere. */
const FORM = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const LONGEST = 40;

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** Why a new protocol cannot have this id; null: it can, as far as its form and the shipped ones go. */
export function newIdProblem(id: string): Said | null {
  if (!FORM.test(id) || id.length > LONGEST)
    return {
      zh: `编号“${id}”不能用：以大写字母开头，只用大写字母、数字，中间可用连字符，最多 ${LONGEST} 个字符，如 CITY-COVID-2。`,
      en: `The id "${id}" cannot be used: capital letters and digits with hyphens between them, a letter first, at most ${LONGEST} characters, such as CITY-COVID-2.`,
    };
  return shippedProtocols().some((one) => one.id === id)
    ? {
        zh: `编号 ${id} 属于随程序提供的方案：请另取编号，或为它写一个新版本。`,
        en: `The id ${id} belongs to a protocol that comes with the program: take another, or write a version of that one.`,
      }
    : null;
}
