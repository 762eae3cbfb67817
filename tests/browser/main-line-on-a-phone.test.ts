import { theLine } from './the-line.js';

theLine('zh', { phone: true });
