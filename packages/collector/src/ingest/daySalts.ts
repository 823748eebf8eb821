import type { Settings } from '../settings/settings.ts';
import { keptSalt } from './keptSalt.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What tells one browser that keeps no id from another, for a day. */
export interface Traceless {
  site: string;
  address: string | undefined;
  userAgent: string | undefined;
}

export interface DaySalts {
  /**
   * The id of a visitor for the (UTC) day that `at` lies in. Without the day's salt, which nobody
   * has and which is forgotten, nothing leads back from it to an address.
   *
   * @param now Epoch milliseconds by the collector's clock.
   */
  visitorOf(who: Traceless, time: { at: number; now: number }): Promise<string>;
}

/**
 * Random salts: today's, which is kept with the settings so that a restart doesn't make two of who is in
 * the shop, and yesterday's, in memory and nowhere else, for what arrives late. What happened before
 * yesterday joins nothing that is known of that day.
 *
 * @param random 32 random bytes.
 */
export function daySalts(
  settings: Settings,
  random: () => Uint8Array<ArrayBuffer> = () => crypto.getRandomValues(new Uint8Array(32)),
): DaySalts {
  const salts = new Map<number, Promise<CryptoKey>>();

  const saltOn = (day: number, make: () => Salt | Promise<Salt>): Promise<CryptoKey> => {
    const known = salts.get(day);
    if (known) return known;
    const salt = toKey(make);
    salts.set(day, salt);
    // A store out of reach is asked again by the next.
    salt.catch(() => salts.delete(day));
    return salt;
  };

  const saltOf = (day: number, today: number): Promise<CryptoKey> => {
    for (const known of salts.keys()) if (known < today - 1) salts.delete(known);
    // Whatever day is asked for: it takes the place of the last one that is kept.
    const ofToday = saltOn(today, () => keptSalt(settings, { today, random }));
    return day >= today ? ofToday : saltOn(today - 1, random);
  };

  return {
    async visitorOf({ site, address, userAgent }, { at, now }) {
      const day = Math.floor(at / DAY_MS);
      const key = await saltOf(day, Math.floor(now / DAY_MS));
      const who = JSON.stringify([site, address, userAgent, day]);
      const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(who));
      const bytes = [...new Uint8Array(signed, 0, 16)];
      return `day:${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    },
  };
}

type Salt = Uint8Array<ArrayBuffer>;

async function toKey(make: () => Salt | Promise<Salt>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await make(), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
}
