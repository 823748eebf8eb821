export type { Analytics, CustomerEvent } from './customerEvents.ts';
export { type ForwardOptions, forwardShopify } from './forwardShopify.ts';
