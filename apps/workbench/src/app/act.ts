import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../parts/Toasts.js';
import { announce, type Topic } from './live.js';

/** A foreseen refusal as the schema words it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}
type Answer<D> = D[Exclude<keyof D, '__typename'>];
export type Hoped<D> = Exclude<Answer<D>, { code: string; message: string }>;

export interface ActOptions {
  /** Said when it worked. */
  readonly done?: string;
  /** What to ask again at once, without waiting for the server's word. */
  readonly topics?: readonly Topic[];
  /** Answers true when the refusal needs no message of ours. */
  readonly onRefused?: (refusal: Refusal) => boolean;
}

export type Act = <D, V extends Record<string, unknown>>(
  document: TypedDocumentNode<D, V>,
  variables: V,
  options?: ActOptions,
) => Promise<Hoped<D> | null>;

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

/** Does one step and answers what came of it; a refusal is said in the server's words and answered with null. */
export function useAct(): Act {
  const client = useApolloClient();
  const say = useSay();
  const { t } = useTranslation();
  return useCallback<Act>(
    async (document, variables, options = {}) => {
      try {
        const { data } = await client.mutate({ mutation: document, variables: variables as never, fetchPolicy: 'no-cache' });
        const answer = Object.entries(data ?? {}).find(([key]) => key !== '__typename')?.[1];
        if (isRefusal(answer)) {
          if (!options.onRefused?.(answer)) say('problem', [answer.message, ...(answer.fields ?? []).map((f) => f.message)].join(' '));
          return null;
        }
        if (options.done) say('done', options.done);
        for (const topic of options.topics ?? []) announce(topic);
        return answer as never;
      } catch (error) {
        say('problem', navigator.onLine ? (error as Error).message : t('frame.offline'));
        return null;
      }
    },
    [client, say, t],
  );
}
