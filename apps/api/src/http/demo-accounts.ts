import type { Request, Response } from 'express';
import type { DemoAccount } from '../platform/open-desk.js';

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.'));

/** The demo's accounts for the sign-in page: on this machine only, and never for a live database (ruling 32). */
export const demoAccounts = (demo: boolean, accounts: readonly DemoAccount[]) => (req: Request, res: Response) => {
  res.setHeader('Cache-Control', 'no-store');
  res.json(demo && isLoopback(req.socket.remoteAddress) ? accounts : []);
};
