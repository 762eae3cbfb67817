import { buildAddresses } from './addresses/demo-addresses.js';
import { DEMO_SEED } from './demo-outbreak.js';
import type { DemoAddress } from './records.js';

export { buildAddresses } from './addresses/demo-addresses.js';
export { DEMO_SEED, demoOutbreak } from './demo-outbreak.js';
export type * from './records.js';
export { DEMO_NOW, DEMO_ZONE } from './seed/clock.js';

/** The addresses of the demo's seed. */
export const demoAddresses: readonly DemoAddress[] = buildAddresses(DEMO_SEED);
