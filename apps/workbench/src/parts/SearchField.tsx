import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

interface Props {
  readonly label: string;
  /** What is being looked for, as the address says it. */
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/**
 * A field to look for something. It keeps its own text, because the address follows late: whoever types fast, or composes a character, would lose
 * letters to it. Asks after a pause in typing, or at once on Enter.
 */
export function SearchField({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  /** What was asked for and has not come back as the value yet, oldest first. */
  const asked = useRef<string[]>([]);
  const composing = useRef(false);
  const waiting = useRef<number | undefined>(undefined);

  const ask = (wanted: string) => {
    window.clearTimeout(waiting.current);
    if (wanted === (asked.current.at(-1) ?? value)) return;
    asked.current.push(wanted);
    onSearch(wanted);
  };
  const latest = useRef(ask);
  latest.current = ask;
  const later = (wanted: string) => {
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => latest.current(wanted), PAUSE_MS);
  };

  // Either the answer to one of the questions, or changed from elsewhere: another tab of the list, a link, going back.
  useEffect(() => {
    const own = asked.current.indexOf(value);
    asked.current = asked.current.slice(own + 1);
    if (own >= 0) return;
    asked.current = [];
    setText(value);
  }, [value]);
  useEffect(() => () => window.clearTimeout(waiting.current), []);

  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (!composing.current) later(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Enter' && !composing.current && ask(text)}
    />
  );
}
