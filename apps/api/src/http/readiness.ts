import type { Request, Response } from 'express';

/** A database that is gone is waited for by its driver for a minute; whoever asks whether we are ready waits no longer than this. */
const PATIENCE_MS = 3_000;

/** Whether work can be done: 200 while the database answers, 503 while it does not. `/healthz` says only that the program runs. */
export const readiness =
  (answers: () => Promise<unknown>, patience = PATIENCE_MS) =>
  async (_req: Request, res: Response): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const asked = answers().then(
      () => true,
      () => false,
    );
    const ok = await Promise.race([asked, late]);
    clearTimeout(timer);
    res.status(ok ? 200 : 503).json({ ok });
  };
