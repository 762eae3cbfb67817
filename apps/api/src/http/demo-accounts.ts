import type { Request, Response } from 'express';
import type { Asked } from '../platform/on-this-machine.js';
import type { DemoAccount } from '../platform/open-desk.js';

/** The demo's accounts for the sign-in page: on this machine only, and never for a live database (ruling 32). */
export const demoAccounts =
  (demo: boolean, accounts: readonly DemoAccount[], isHere: (req: Asked) => boolean) => (req: Request, res: Response) => {
    res.setHeader('Cache-Control', 'no-store');
    res.json(demo && isHere(req) ? accounts : []);
  };
