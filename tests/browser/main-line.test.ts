import { theLine } from './the-line.js';

theLine('zh', { family: '鑫', phones: '1540009100', from: '1715', to: '1930' });
