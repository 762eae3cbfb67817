import { demoTeamLists, teamListCsv } from '@tracewright/demo';
import type { Request, Response } from 'express';

/** Of the demo only: the lists of three teams as files, `/demo-lists/1.csv` to `3.csv`, to be imported as a newcomer's first try. */
export const demoLists = (demo: boolean) => (req: Request, res: Response) => {
  const list = demo ? demoTeamLists()[Number(/^\/(\d)\.csv$/.exec(req.path)?.[1] ?? 0) - 1] : undefined;
  if (!list) {
    res.status(404).end();
    return;
  }
  res.type('text/csv').attachment(`${list.team}.csv`).send(teamListCsv(list));
};
