import { theLine } from './the-line.js';

theLine('zh');
