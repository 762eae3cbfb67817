export * from './graph/small-outbreak.js';
export * from './graph/test-graph.js';
export * from './graph/with-graph.js';
export * from './nouns/good-nouns.js';
