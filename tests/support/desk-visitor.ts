import type { Served } from './built-server.js';
import { Visitor } from './visitor.js';

/** Signs in with a demo login and states a purpose, as a shift begins. */
export async function signedIn(server: Served, login: string, purpose: string | null = '处置本日疫情'): Promise<Visitor> {
  const account = server.accounts.find((a) => a.login === login);
  if (!account) throw new Error(`The demo has no account ${login}.`);
  const visitor = new Visitor(server.url);
  const { signIn } = await visitor.data<{ signIn: { __typename: string } }>(
    'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }',
    { login, password: account.password },
  );
  if (signIn.__typename !== 'SignedIn') throw new Error(`${login} was not let in: ${signIn.__typename}.`);
  if (purpose !== null) await visitor.data('mutation ($purpose: String!) { statePurpose(purpose: $purpose) { __typename } }', { purpose });
  return visitor;
}

/** The figures of the ledger by name, and whether every equation closes. */
export async function ledgerOf(visitor: Visitor): Promise<{ closed: boolean; figures: Record<string, number> }> {
  const { ledger } = await visitor.data<{ ledger: { closed: boolean; counts: { figure: string; people: number }[] } }>(
    '{ ledger { closed counts { figure people } left { kind people } } }',
  );
  return { closed: ledger.closed, figures: Object.fromEntries(ledger.counts.map((c) => [c.figure, c.people])) };
}
