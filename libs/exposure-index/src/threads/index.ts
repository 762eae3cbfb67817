export { IndexThreads, ThreadEnded } from './index-threads.js';
