import { useQuery } from '@apollo/client/react';
import { MeDocument, type MeQuery } from '@tracewright/api-client';
import type { Role } from '@tracewright/epi-core';
import type { Lang } from '@tracewright/workbench-model';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetEverything, signedOut } from './client.js';

type Account = NonNullable<MeQuery['me']>;

export interface Session {
  readonly account: Account & { readonly role: Role };
  readonly deployment: MeQuery['deployment'];
  readonly tz: string;
  readonly refresh: () => Promise<unknown>;
}

const SessionContext = createContext<Session | null>(null);
/** The deployment's clock runs on from what the server said; all screens share the tick. */
const NowContext = createContext<number>(0);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No one is signed in.');
  return session;
}

/** The deployment's time, to the minute. */
export const useNow = (): number => useContext(NowContext);

export function useLang(): Lang {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

interface Props {
  readonly children: ReactNode;
  readonly guest: (deployment: MeQuery['deployment'] | undefined, refresh: () => Promise<unknown>) => ReactNode;
  /** While nobody knows yet who asks, and when the server did not answer. */
  readonly waiting: (error: Error | undefined, again: () => void) => ReactNode;
}

const TICK_MS = 10_000;

export function SessionGate({ children, guest, waiting }: Props) {
  const { data, loading, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const refresh = useCallback(() => refetch(), [refetch]);
  const now = useClock(data?.deployment.now);
  useEffect(() => {
    signedOut.tell = () => void forgetEverything().then(refresh);
  }, [refresh]);
  const session = useMemo<Session | null>(() => {
    if (!data?.me) return null;
    return { account: data.me as Session['account'], deployment: data.deployment, tz: data.deployment.tz, refresh };
  }, [data, refresh]);
  if (!data && (loading || error)) return waiting(loading ? undefined : error, () => void refetch());
  if (!session) return guest(data?.deployment, refresh);
  return (
    <SessionContext value={session}>
      <NowContext value={now}>{children}</NowContext>
    </SessionContext>
  );
}

function useClock(serverNow: string | undefined): number {
  const [offset, setOffset] = useState(0);
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    if (serverNow) setOffset(Date.parse(serverNow) - Date.now());
  }, [serverNow]);
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return tick + offset;
}
