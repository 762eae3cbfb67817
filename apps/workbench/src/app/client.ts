import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import i18next from 'i18next';

const socket = createClient({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  lazy: true,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  fetch: (uri, options) => {
    const headers = new Headers(options?.headers);
    headers.set('x-tracewright', '1');
    headers.set('accept-language', i18next.language);
    return fetch(uri, { ...options, headers });
  },
});

/** What is to happen when the server no longer knows who asks: set by the session. */
export const signedOut = { tell: () => {} };

const watch = new ErrorLink(({ error }) => {
  if (CombinedGraphQLErrors.is(error) && error.errors.some((one) => one.extensions?.code === 'UNAUTHENTICATED')) signedOut.tell();
});

export const client = new ApolloClient({
  link: ApolloLink.from([
    watch,
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(socket), http),
  ]),
  cache: new InMemoryCache({
    possibleTypes: { Problem: ['NotAllowed', 'NotFound', 'ChangedMeanwhile', 'InvalidInput', 'Refused'] },
    // A person is seen differently by place and moment: what an answer says of them stays with that answer.
    typePolicies: {
      Person: { keyFields: false },
      Contact: { keyFields: false },
      Case: { keyFields: false },
      PushItem: { keyFields: false },
      // A draft being typed may have the id of the shipped one.
      Protocol: { keyFields: false },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' }, query: { fetchPolicy: 'network-only' } },
});

/** Closes the socket, so that the next sign-in does not listen as the former one. */
export function forgetEverything(): Promise<unknown> {
  socket.terminate();
  return client.clearStore();
}
