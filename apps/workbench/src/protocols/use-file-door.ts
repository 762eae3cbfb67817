import { useState } from 'react';

/** Gives the browser a file to keep. */
export function keepFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The text of a file that somebody chose; the same file may be chosen again. */
export function useFileDoor(onText: (text: string, name: string) => void) {
  const [key, setKey] = useState(0);
  return {
    key,
    onChange: (event: { readonly target: { readonly files: FileList | null } }) => {
      const file = event.target.files?.[0];
      if (file) void file.text().then((text) => onText(text.replace(/^\uFEFF/, ''), file.name));
      setKey((old) => old + 1);
    },
  };
}
