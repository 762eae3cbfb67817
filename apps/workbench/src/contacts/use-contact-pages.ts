import { useApolloClient, useQuery } from '@apollo/client/react';
import { type ContactBitsFragment, ContactsDocument } from '@tracewright/api-client';
import type { ContactQuery } from '@tracewright/workbench-model';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../app/live.js';

const PAGE = 100;

export interface ContactPages {
  readonly ready: boolean;
  readonly rows: readonly ContactBitsFragment[];
  readonly total: number;
  readonly error: Error | undefined;
  /** Something changed since; rows do not move under the cursor until it is asked for. */
  readonly arrived: boolean;
  readonly again: () => void;
  /** Asks for the next page when there is one and none is on its way. */
  readonly more: () => void;
  readonly count: (view: string) => number;
}

/** Pages of the list by cursor, put together as far as somebody has scrolled. */
export function useContactPages({ filter, sort }: ContactQuery): ContactPages {
  const client = useApolloClient();
  const key = JSON.stringify([filter, sort]);
  const { data, previousData, error, refetch } = useQuery(ContactsDocument, {
    variables: { first: PAGE, filter, sort },
    fetchPolicy: 'network-only',
  });
  const [later, setLater] = useState<{ key: string; rows: readonly ContactBitsFragment[]; next: string | null }>({
    key: '',
    rows: [],
    next: null,
  });
  const [arrived, setArrived] = useState(false);
  const asking = useRef(false);
  const first = (data ?? previousData)?.contacts;
  const mine = later.key === key;
  const next = mine ? later.next : (first?.next ?? null);
  useEffect(() => {
    if (key) setArrived(false);
  }, [key]);
  const acting = useRef(0);
  useLive(['contacts', 'pushes', 'transfer'], () => {
    // What was just done here is shown at once; what others did waits for a press.
    if (Date.now() - acting.current < 2_000) return;
    setArrived(true);
  });
  const again = useCallback(() => {
    acting.current = Date.now();
    setArrived(false);
    setLater({ key: '', rows: [], next: null });
    void refetch();
  }, [refetch]);
  const more = async () => {
    if (asking.current || next === null) return;
    asking.current = true;
    try {
      const answer = await client.query({ query: ContactsDocument, variables: { first: PAGE, after: next, filter, sort } });
      const page = answer.data?.contacts;
      if (page) setLater((old) => ({ key, rows: [...(old.key === key ? old.rows : []), ...page.nodes], next: page.next }));
    } finally {
      asking.current = false;
    }
  };
  return {
    ready: first !== undefined,
    rows: [...(first?.nodes ?? []), ...(mine ? later.rows : [])],
    total: first?.total ?? 0,
    error,
    arrived,
    again,
    more: () => void more(),
    count: (view) => first?.counts.find((one) => one.view === view)?.count ?? 0,
  };
}
