import { type Command, commandFor } from '@tracewright/workbench-model';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';

/** Commands of whatever is on the screen, the newest first: one list for menu, palette, key handler and help sheet. */
class CommandList {
  private readonly shelves: { commands: readonly Command[] }[] = [];

  shelve(shelf: { commands: readonly Command[] }): () => void {
    this.shelves.unshift(shelf);
    return () => void this.shelves.splice(this.shelves.indexOf(shelf), 1);
  }

  all(): Command[] {
    return this.shelves.flatMap(({ commands }) => commands);
  }
}

const CommandContext = createContext(new CommandList());

const FIELDS = /^(INPUT|TEXTAREA|SELECT)$/;

export function CommandRoom({ children }: { readonly children: ReactNode }) {
  const list = useMemo(() => new CommandList(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const tickBox = target instanceof HTMLInputElement && /^(checkbox|radio|range)$/.test(target.type);
      const command = commandFor(
        {
          key: event.key,
          ctrl: event.ctrlKey || event.metaKey,
          shift: event.shiftKey,
          alt: event.altKey,
          composing: event.isComposing,
          inField: (FIELDS.test(target.tagName) && !tickBox) || target.isContentEditable,
        },
        // An open dialog has the keyboard to itself.
        document.querySelector('dialog[open]') ? [] : list.all(),
      );
      if (!command) return;
      // Space and Enter press the button that has the focus.
      if ((event.key === ' ' || event.key === 'Enter') && target.closest('button, a, [role=button], summary')) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [list]);
  return <CommandContext value={list}>{children}</CommandContext>;
}

/** Offers commands while the component is shown. */
export function useCommands(commands: readonly Command[]): void {
  const list = useContext(CommandContext);
  const shelf = useRef({ commands });
  useEffect(() => {
    shelf.current.commands = commands;
  });
  useEffect(() => list.shelve(shelf.current), [list]);
}

/** The whole list as it is now: read when the palette or the help sheet opens. */
export const useCommandList = (): (() => Command[]) => {
  const list = useContext(CommandContext);
  return () => list.all();
};
