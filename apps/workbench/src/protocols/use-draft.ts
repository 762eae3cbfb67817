import { type Protocol, type ProtocolProblem, readProtocol } from '@tracewright/epi-core';
import {
  type DraftHistory,
  duplicatedItem,
  edited,
  type FilePath,
  fileIn,
  isUnder,
  type Json,
  keyOf,
  movedItem,
  redone,
  startDraft,
  textOf,
  undone,
  withItem,
  withoutItem,
  withValue,
} from '@tracewright/workbench-model';
import { createContext, useContext, useMemo, useState } from 'react';

/** One draft, edited as a form and as text: the text is what it is, and the form writes into it. */
export interface Draft {
  readonly text: string;
  /** Null while the text is no JSON object. */
  readonly file: Json | null;
  /** The rules it makes; null while something is wrong with it. */
  readonly protocol: Protocol | null;
  readonly problems: readonly ProtocolProblem[];
  /** Problems of this very field, and of what stands in it when it shows no fields of its own. */
  readonly problemsAt: (path: FilePath, below?: boolean) => readonly ProtocolProblem[];
  readonly write: (text: string) => void;
  readonly set: (path: FilePath, value: unknown) => void;
  readonly add: (path: FilePath, at: number, item: unknown) => void;
  readonly remove: (path: FilePath, at: number) => void;
  readonly move: (path: FilePath, at: number, by: number) => void;
  readonly duplicate: (path: FilePath, at: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const DraftContext = createContext<Draft | null>(null);
export const DraftRoom = DraftContext.Provider;
export function useDraftFile(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('A field of a draft stands outside of a draft.');
  return draft;
}

function notJson(text: string): ProtocolProblem {
  let why = '';
  try {
    JSON.parse(text);
  } catch (error) {
    why = `: ${(error as Error).message}`;
  }
  return { field: 'protocol', zh: `文本不是 JSON 对象${why}`, en: `The text is no JSON object${why}` };
}

/** A draft that begins with this text; `further` finds what this deployment has against it. `key` the component by where it came from. */
export function useDraft(start: string, further: (file: Json) => readonly ProtocolProblem[]): Draft {
  const [history, setHistory] = useState<DraftHistory>(() => startDraft(start));
  const text = history.now;
  const file = useMemo(() => fileIn(text), [text]);
  const read = useMemo(() => (file ? readProtocol(file) : null), [file]);
  const problems = useMemo(() => {
    if (!read || !file) return [notJson(text)];
    return [...(read.kind === 'refused' ? read.problems : []), ...further(file)];
  }, [read, file, text, further]);
  return useMemo(() => {
    const change = (to: (file: Json) => Json, field: string | null = null) =>
      setHistory((old) => {
        const now = fileIn(old.now);
        return now ? edited(old, textOf(to(now)), field) : old;
      });
    return {
      text,
      file,
      protocol: read?.kind === 'protocol' ? read.protocol : null,
      problems,
      problemsAt: (path, below = false) =>
        problems.filter(({ field }) => (below ? isUnder(field, path) : field === (path.length === 0 ? 'protocol' : keyOf(path)))),
      write: (next) => setHistory((old) => edited(old, next, 'text')),
      set: (path, value) => change((old) => withValue(old, path, value), keyOf(path)),
      add: (path, at, item) => change((old) => withItem(old, path, at, item)),
      remove: (path, at) => change((old) => withoutItem(old, path, at)),
      move: (path, at, by) => change((old) => movedItem(old, path, at, by)),
      duplicate: (path, at) => change((old) => duplicatedItem(old, path, at)),
      undo: () => setHistory(undone),
      redo: () => setHistory(redone),
      canUndo: history.before.length > 0,
      canRedo: history.after.length > 0,
    };
  }, [text, file, read, problems, history]);
}
