export * from './graph/small-outbreak.js';
export * from './graph/test-graph.js';
export * from './graph/with-graph.js';
