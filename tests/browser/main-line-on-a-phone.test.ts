import { theLine } from './the-line.js';

theLine('zh', { family: '焱', phones: '1540009102', from: '2010', to: '2125', phone: true });
