import type { StayBitsFragment } from '@tracewright/api-client';
import { changedRows, type EntrySheet, sheetOf } from '@tracewright/workbench-model';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../app/session.js';

export interface Entry {
  readonly sheet: EntrySheet;
  readonly change: (how: (sheet: EntrySheet) => EntrySheet) => void;
  /** Throws away what was not saved and takes the stays as the server has them. */
  readonly reset: () => void;
  readonly dirty: boolean;
}

/** The rows being typed. What others save meanwhile is taken over only while nothing is unsaved here. */
export function useEntrySheet(caseId: string, stays: readonly StayBitsFragment[] | undefined, rev: number | undefined): Entry {
  const { tz } = useSession();
  const [state, setState] = useState<{ key: string; sheet: EntrySheet }>({ key: '', sheet: sheetOf([], tz) });
  const key = `${caseId}@${rev ?? ''}`;
  const dirty = changedRows(state.sheet).length > 0;
  const otherCase = !state.key.startsWith(`${caseId}@`);
  if (stays && state.key !== key && (!dirty || otherCase)) setState({ key, sheet: sheetOf(stays, tz) });
  const change = useCallback((how: (sheet: EntrySheet) => EntrySheet) => setState((old) => ({ ...old, sheet: how(old.sheet) })), []);
  const reset = useCallback(() => setState({ key: '', sheet: sheetOf([], tz) }), [tz]);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
  return { sheet: state.sheet, change, reset, dirty };
}
