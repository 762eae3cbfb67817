import { readFileSync } from 'node:fs';
import { firstDegree, IndexFolder } from '@tracewright/exposure-index/columns';
import { answerOfFirst } from './answer.js';
import { asSources, LEAST } from './questions.js';

// performance.now() counts from the start of the process.
const [files, question] = process.argv.slice(2) as [string, string];
const opened = new IndexFolder(files).open();
if (opened.kind !== 'opened') throw new Error(`The index is ${opened.kind}.`);
const sources = asSources(opened.index, JSON.parse(readFileSync(question, 'utf8')));
const found = firstDegree(opened.index, sources, { minSeconds: LEAST, lagSeconds: 0, bounds: 'widest' });
const ms = performance.now();
console.log(JSON.stringify({ ms, answer: answerOfFirst(found) }));
