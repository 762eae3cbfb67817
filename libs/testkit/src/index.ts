export * from './contact-lists/contact-list.js';
export { type ContactRow, SLIPS } from './contact-lists/spoil.js';
export * from './graph/small-outbreak.js';
export * from './graph/test-graph.js';
export * from './graph/with-graph.js';
export * from './nouns/good-nouns.js';
