import type { Both } from '../words/lang.js';

/** Everything that has a name. Menu, palette, key handler and help sheet read one list of these. */
export interface Command {
  readonly id: string;
  readonly label: Both;
  /** Further words by which the palette finds it. */
  readonly keywords?: string;
  /** `Ctrl+S`, `Shift+P`, `A`, `Space`, `?`. */
  readonly keys?: string;
  /** Absent: always. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

/** What a key handler needs to know of a key press. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** An input method is composing; its keys are not ours. */
  readonly composing: boolean;
  /** The press came from a field in which text is written. */
  readonly inField: boolean;
}

const keyName = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key);

/** `Ctrl+Shift+K` for a press. Shift is named only beside letters and named keys: `?` is a key of its own. */
export function chordOf(press: KeyPress): string {
  const name = keyName(press.key);
  const parts: string[] = [];
  if (press.ctrl) parts.push('Ctrl');
  if (press.alt) parts.push('Alt');
  if (press.shift && (name.length > 1 || /[A-Z]/.test(name))) parts.push('Shift');
  return [...parts, name].join('+');
}

/**
 * The command a key press means, or null. While an input method composes, nothing is ours; in a field only chords with Ctrl are, so that
 * typing "p" never pushes anybody.
 */
export function commandFor(press: KeyPress, commands: readonly Command[]): Command | null {
  if (press.composing || press.key === 'Process') return null;
  if (press.inField && !press.ctrl) return null;
  const chord = chordOf(press);
  return commands.find((command) => command.keys === chord && (command.when?.() ?? true)) ?? null;
}

/** Commands whose words hold every word typed, in the order of the list. */
export function findCommands(text: string, commands: readonly Command[]): Command[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const words = `${command.label.zh} ${command.label.en} ${command.keywords ?? ''}`.toLowerCase();
    return (command.when?.() ?? true) && wanted.every((word) => words.includes(word));
  });
}
