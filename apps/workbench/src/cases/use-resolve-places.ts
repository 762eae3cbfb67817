import { useApolloClient } from '@apollo/client/react';
import { SearchPlacesDocument } from '@tracewright/api-client';
import { changeRow, takePlace } from '@tracewright/workbench-model';
import { useEffect, useRef } from 'react';
import type { Entry } from './use-entry-sheet.js';

/** Pasted names of places are looked up; one that fits exactly is taken, any other waits for a choice. */
export function useResolvePlaces(entry: Entry): void {
  const client = useApolloClient();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const row of entry.sheet.rows) {
      const name = row.text.place.trim();
      const key = `${row.key}|${name}`;
      const typing = document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === row.key;
      if (row.place !== null || name === '' || typing || asked.current.has(key)) continue;
      asked.current.add(key);
      void client.query({ query: SearchPlacesDocument, variables: { text: name } }).then(({ data }) => {
        const exact = (data?.searchPlaces ?? []).filter((place) => place.name === name);
        const [only] = exact;
        if (exact.length === 1 && only)
          entry.change((old) =>
            changeRow(old, row.key, (now) => (now.place === null && now.text.place.trim() === name ? takePlace(now, only) : now), true),
          );
      });
    }
  }, [entry, client]);
}
