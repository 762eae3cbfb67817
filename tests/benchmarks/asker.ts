/** Somebody at the API: keeps the cookies that the server sets, and sends the header that guards against forged requests. */
export class Asker {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** The data alone; throws with what the server said when anything went wrong. */
  async data<T>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': 'true',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const { data, errors = [] } = (await response.json()) as { data?: T; errors?: { message: string }[] };
    if (!data || errors.length > 0) throw new Error(`${response.status}: ${errors.map(({ message }) => message).join('; ')}`);
    return data;
  }

  /** As a shift begins: signs in and says what for. */
  async begin(login: string, password: string): Promise<void> {
    const { signIn } = await this.data<{ signIn: { __typename: string } }>(
      'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }',
      { login, password },
    );
    if (signIn.__typename !== 'SignedIn') throw new Error(`${login} was not let in: ${signIn.__typename}.`);
    await this.data('mutation ($purpose: String!) { statePurpose(purpose: $purpose) { __typename } }', { purpose: '处置本日疫情' });
  }
}
