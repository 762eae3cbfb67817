export * from './catalog.js';
export * from './migrations.js';
