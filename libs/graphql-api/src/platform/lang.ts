export type Lang = 'zh' | 'en';
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** The first language of an Accept-Language header that we speak; Chinese when it names neither. */
export function langOf(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => part.startsWith('zh') || part.startsWith('en'));
  return wanted?.startsWith('en') ? 'en' : 'zh';
}
