import { isLoopback, networkOf } from './clientAddress.ts';
import { tokenBuckets } from './tokenBuckets.ts';

/** What one client, one site, and all together may ask of the collector. */
export interface LimitOptions {
  /** Requests a second of one address (of one /64 with IPv6), in the long run. @default 50 */
  addressPerSecond?: number;
  /** Requests that one address may make at once. @default 500 */
  addressBurst?: number;
  /** Batches a second of one site, in the long run. @default 1000 */
  sitePerSecond?: number;
  /** Batches that one site may send at once. @default 10000 */
  siteBurst?: number;
  /** Requests under way at once. Past it they are turned away with 503. @default 2000 */
  inFlight?: number;
  /** Touchpoints waiting for the disk. Past it new ones are turned away with 503. @default 50000 */
  waiting?: number;
  /** Tries to sign in that one address has in a minute. @default 20 */
  signInsPerMinute?: number;
}

export interface Limits {
  /** How long an address has to wait, in milliseconds. The machine itself never has to. */
  address(address: string | undefined, now: number): number;
  site(site: string, now: number): number;
  signIn(address: string | undefined, now: number): number;
  /** Resolves to whether `work` was done: not where too much is under way. */
  inFlight(work: () => Promise<void>): Promise<boolean>;
}

export function createLimits({
  addressPerSecond = 50,
  addressBurst = 500,
  sitePerSecond = 1000,
  siteBurst = 10_000,
  inFlight = 2000,
  signInsPerMinute = 20,
}: LimitOptions): Limits {
  const addresses = tokenBuckets({ perSecond: addressPerSecond, burst: addressBurst });
  const sites = tokenBuckets({ perSecond: sitePerSecond, burst: siteBurst });
  const signIns = tokenBuckets({ perSecond: signInsPerMinute / 60, burst: signInsPerMinute });
  let underWay = 0;

  return {
    address: (address, now) =>
      address === undefined || isLoopback(address) ? 0 : addresses.take(networkOf(address), now),
    site: (site, now) => sites.take(site, now),
    signIn: (address, now) => signIns.take(address === undefined ? '' : networkOf(address), now),
    async inFlight(work) {
      if (underWay >= inFlight) return false;
      underWay++;
      try {
        await work();
        return true;
      } finally {
        underWay--;
      }
    },
  };
}
