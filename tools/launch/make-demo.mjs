#!/usr/bin/env node
/** Makes the demo as `npm start` makes it in an empty home, in the folder that is named: what the journeys work on copies of. */
import { renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { endChildren, startProgram } from './children.mjs';
import { whenAskedToLeave } from './leave.mjs';

const folder = resolve(process.argv[2] ?? 'demo');
/** Under another name until it is whole, so that an interrupted one is never taken for the demo. */
const making = `${folder}-making`;
const withoutNeo4j = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NEO4J_|PORT$|HOST$)/.test(name)));

whenAskedToLeave(() => void endChildren().then(() => process.exit(130)));
rmSync(making, { recursive: true, force: true });
let said = '';
let ready = false;
const start = startProgram(process.execPath, ['tools/launch/start.mjs'], {
  env: { ...withoutNeo4j, TRACEWRIGHT_HOME: making },
  onText: (text) => {
    process.stdout.write(text);
    said += text;
    if (ready || !/Tracewright is ready/.test(said)) return;
    ready = true;
    process.kill(start.pid, 'SIGINT');
  },
});
const { code } = await start.ended;
if (code !== 0 || !ready) {
  console.log('The demo could not be made.');
  process.exit(1);
}
renameSync(making, folder);
