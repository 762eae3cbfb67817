/** npm start with the stand-in server, and nothing to build. */
import { fileURLToPath } from 'node:url';
import { launch } from '../../../tools/launch/launch.mjs';

await launch(process.argv.slice(2), { entry: fileURLToPath(new URL('server.mjs', import.meta.url)), build: async () => {} });
