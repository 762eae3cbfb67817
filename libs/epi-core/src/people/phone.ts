export type PhoneAnswer =
  | { readonly kind: 'mobile'; readonly number: string }
  | { readonly kind: 'landline'; readonly number: string }
  | { readonly kind: 'empty' }
  /** A spreadsheet wrote it as a rounded number. */
  | { readonly kind: 'spoiled'; readonly text: string }
  | { readonly kind: 'invalid'; readonly text: string };

const MOBILE = /^1[3-9]\d{9}$/;
/** Area code 0 + 2 or 3 digits, 7 or 8 digits, perhaps an extension. */
const LANDLINE = /^0\d{2,3}\d{7,8}(?:x\d{1,6})?$/;

/** Chinese phone numbers as people write them (domain notes §5.1): full width, +86, 0086, spaces, hyphens and brackets are taken off. */
export function readPhone(text: string): PhoneAnswer {
  const raw = text.trim();
  if (raw === '') return { kind: 'empty' };
  const plain = raw.normalize('NFKC').replace(/[\s()\-‐‑–—.']/g, '');
  if (/^\d(?:,?\d+)?E\+?\d{1,2}$/i.test(plain)) return { kind: 'spoiled', text: raw };
  const national = plain.replace(/^(?:\+|00)86/, '').replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (MOBILE.test(national)) return { kind: 'mobile', number: national };
  const extended = national.replace(/(?:转|ext|x|#)(\d+)$/i, 'x$1');
  if (LANDLINE.test(extended)) return { kind: 'landline', number: extended };
  return { kind: 'invalid', text: raw };
}
