import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choices: readonly Choice[];
  readonly onChoose: (choice: Choice) => void;
  readonly placeholder?: string;
  readonly className?: string;
  readonly invalid?: boolean;
  readonly first?: boolean;
  /** Names the column of a grid, so that keys find the cell. */
  readonly column?: string;
  readonly onPaste?: (event: React.ClipboardEvent<HTMLInputElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A field with proposals below it: arrows walk, Enter takes, Esc closes. Keys of an input method are left alone. */
export function Combo({
  label,
  text,
  onText,
  choices,
  onChoose,
  placeholder,
  className,
  invalid,
  first,
  column,
  onPaste,
  onKeyDown,
}: Props) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const active = useRef<HTMLLIElement>(null);
  const shown = open && choices.length > 0;
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest' }), [at]);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    setOpen(false);
    onChoose(choice);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((i) => (i + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
      return;
    }
    if (shown && (event.key === 'Enter' || (event.key === 'Tab' && text !== ''))) {
      if (event.key === 'Enter') event.preventDefault();
      take(choices[Math.min(at, choices.length - 1)]);
      if (event.key === 'Enter') return;
    }
    if (shown && event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      return;
    }
    onKeyDown?.(event);
  };
  return (
    <span className="combo">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${at}` : undefined}
        aria-invalid={invalid}
        autoComplete="off"
        className={className}
        placeholder={placeholder}
        value={text}
        data-first={first ? '' : undefined}
        data-column={column}
        onChange={(event) => {
          setAt(0);
          setOpen(true);
          onText(event.target.value);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
        onPaste={onPaste}
      />
      {shown && (
        <ul role="listbox" id={list} className="combo-list" aria-label={label}>
          {choices.map((choice, i) => (
            <li
              key={choice.id}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              ref={i === at ? active : undefined}
              onPointerDown={(event) => {
                event.preventDefault();
                take(choice);
              }}
            >
              <span>{choice.label}</span>
              {choice.detail && <span className="muted">{choice.detail}</span>}
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
