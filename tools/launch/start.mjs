#!/usr/bin/env node
/** npm start: database, server and workbench from one command; one Ctrl-C stops all of it. */
import { join } from 'node:path';
import { projectRoot } from '../neo4j-local/index.mjs';
import { buildStale } from './build.mjs';
import { launch } from './launch.mjs';

await launch(process.argv.slice(2), { entry: join(projectRoot, 'apps/api/dist/main.js'), build: buildStale });
