import { useSubscription } from '@apollo/client/react';
import { ChangedDocument } from '@tracewright/api-client';
import { useEffect, useRef } from 'react';

export type Topic =
  | 'cases'
  | 'contacts'
  | 'pushes'
  | 'transfer'
  | 'ledger'
  | 'duplicates'
  | 'imports'
  | 'accounts'
  | 'notices'
  | 'tasks'
  | 'protocols';
type Ear = (topic: string, id: string | null) => void;

const ears = new Set<Ear>();

/** Tells every open screen that something changed: what the server said, or what was just done here. */
export const announce = (topic: string, id: string | null = null): void => {
  for (const ear of ears) ear(topic, id);
};

/** One subscription for the whole window. */
export function useChanges(): void {
  useSubscription(ChangedDocument, {
    onData: ({ data }) => {
      if (data.data) announce(data.data.changed.topic, data.data.changed.id);
    },
  });
}

/** Several changes of one moment are one look at the server. */
const SETTLE_MS = 250;

/** Calls `again` shortly after something of `topics` changed. */
export function useLive(topics: readonly Topic[], again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  const key = topics.join();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ear: Ear = (topic) => {
      if (!key.split(',').includes(topic)) return;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), SETTLE_MS);
    };
    ears.add(ear);
    return () => {
      clearTimeout(timer);
      ears.delete(ear);
    };
  }, [key]);
}
