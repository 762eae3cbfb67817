export * from './city/city.js';
export * from './co-presence.js';
export * from './columns/cumulative-pieces.js';
export * from './columns/index.js';
export * from './derive-from-stays.js';
export type { Derived, DerivedRow, DeriveQuestion, NamedContact } from './derived-rows.js';
export * from './numbering.js';
export * from './rings.js';
export * from './touching.js';
