export * from './chains.js';
export * from './clusters.js';
export * from './dated-link.js';
