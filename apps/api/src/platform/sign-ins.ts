import { Ask, type ChangeFeed, langOf, type Reply, type SignedIn } from '@tracewright/graphql-api';
import { type Desk, whoIs } from '@tracewright/investigation';
import type { Request, Response } from 'express';
import type { Asked } from './on-this-machine.js';

export const COOKIE = 'tracewright';

export function tokenOf(cookies: string | undefined): string | null {
  for (const part of (cookies ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE && value) return decodeURIComponent(value);
  }
  return null;
}

interface Socket {
  close(code: number, reason: string): void;
}

/** Who asks, from a cookie; and the open sockets of each sign-in, so that a lock or a sign-out closes them at once. */
export class SignIns {
  private readonly sockets = new Map<string, Set<Socket>>();

  constructor(
    private readonly desk: Desk,
    readonly feed: ChangeFeed,
    /** Given once the address is known. */
    private readonly secure: () => boolean,
    private readonly isHere: (req: Asked) => boolean,
  ) {}

  async ofCookies(cookies: string | undefined): Promise<SignedIn | null> {
    const token = tokenOf(cookies);
    const found = token === null ? null : await whoIs(this.desk, token);
    return found && { ...found, token: token! };
  }

  async ask(req: Request, res: Response): Promise<Ask> {
    return new Ask(this.desk, await this.ofCookies(req.headers.cookie), langOf(req.headers['accept-language']), this.reply(req, res));
  }

  async askOfSocket(headers: { cookie?: string | undefined; 'accept-language'?: string | undefined }): Promise<Ask> {
    return new Ask(this.desk, await this.ofCookies(headers.cookie), langOf(headers['accept-language']), null);
  }

  private reply(req: Request, res: Response): Reply {
    return {
      address: req.socket.remoteAddress ?? '',
      onThisMachine: this.isHere(req),
      setSession: (token, expiresAt) => {
        const rest = `Path=/; HttpOnly; SameSite=Strict${this.secure() ? '; Secure' : ''}`;
        res.appendHeader(
          'Set-Cookie',
          token === null
            ? `${COOKIE}=; Max-Age=0; ${rest}`
            : `${COOKIE}=${encodeURIComponent(token)}; Expires=${new Date(expiresAt ?? 0).toUTCString()}; ${rest}`,
        );
      },
      endSessions: (ids) => {
        for (const id of ids) for (const socket of this.sockets.get(id) ?? []) socket.close(4403, 'Signed out');
      },
    };
  }

  opened(sessionId: string, socket: Socket): void {
    this.sockets.set(sessionId, (this.sockets.get(sessionId) ?? new Set()).add(socket));
  }

  closed(sessionId: string, socket: Socket): void {
    const open = this.sockets.get(sessionId);
    open?.delete(socket);
    if (open?.size === 0) this.sockets.delete(sessionId);
  }
}
