/** The part of a request that says where it comes from. */
export interface Asked {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.'));

/**
 * Whether somebody asks from this very machine (ruling 32). Behind a proxy everybody arrives from loopback: with a public address, or
 * with a header that a proxy sets, nobody counts as being here.
 */
export const onThisMachine =
  (publicUrl: string | undefined) =>
  ({ socket, headers }: Asked): boolean =>
    publicUrl === undefined && isLoopback(socket.remoteAddress) && FORWARDED.every((name) => headers[name] === undefined);
