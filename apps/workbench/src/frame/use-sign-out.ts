import { useApolloClient } from '@apollo/client/react';
import { SignOutDocument } from '@tracewright/api-client';
import { useNavigate } from 'react-router';
import { forgetEverything } from '../app/client.js';
import { useSession } from '../app/session.js';
import { outcomeQueue } from '../received/outcome-queue.js';

/** Ends the sign-in and leaves nothing of it on the machine. */
export function useSignOut(): () => void {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { account, refresh } = useSession();
  return () => {
    void client.mutate({ mutation: SignOutDocument }).then(async () => {
      outcomeQueue(account.id).clear();
      sessionStorage.clear();
      await forgetEverything();
      navigate('/');
      await refresh();
    });
  };
}
