export * from './city/city.js';
export * from './co-presence.js';
export * from './columns/index.js';
export * from './derive-files.js';
export * from './rings.js';
export * from './touching.js';
