import { theLine } from './the-line.js';

theLine('en', { family: '淼', phones: '1540009101', from: '1220', to: '1340' });
