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
 * Random salts of today and yesterday, in memory and nowhere else. A restart forgets them too: whoever
 * is in the shop then counts as two. What happened before yesterday joins nothing that is known of
 * that day.
 *
 * @param random 32 random bytes.
 */
export function daySalts(
  random: () => Uint8Array<ArrayBuffer> = () => crypto.getRandomValues(new Uint8Array(32)),
): DaySalts {
  const salts = new Map<number, Promise<CryptoKey>>();

  const saltOf = (day: number, today: number): Promise<CryptoKey> => {
    for (const known of salts.keys()) if (known < today - 1) salts.delete(known);
    const held = Math.min(today, Math.max(day, today - 1));
    const salt =
      salts.get(held) ??
      crypto.subtle.importKey('raw', random(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    salts.set(held, salt);
    return salt;
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
