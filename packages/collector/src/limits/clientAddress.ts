/** How the collector is reached. Without either, the address is the connection's. */
export interface ProxyOptions {
  /**
   * How many proxies of one's own stand before the collector, each adding to `X-Forwarded-For` whom
   * it was asked by.
   *
   * @default 0
   */
  proxies?: number | undefined;
  /**
   * A header that the proxy *sets*, whatever the client sent: `CF-Connecting-IP`, `X-Real-IP`. Used
   * instead of `X-Forwarded-For`.
   */
  addressHeader?: string | undefined;
  /**
   * A header with the country of the address, as two letters, that the proxy *sets*, whatever the
   * client sent: `CF-IPCountry`, `CloudFront-Viewer-Country`. Without it, no country is known.
   */
  countryHeader?: string | undefined;
}

/**
 * The address that a request comes from, as the proxies that one trusts saw it: counted from the
 * right of `X-Forwarded-For`, so what a client writes there itself is never looked at. A request that
 * came past the proxies has the address of its connection.
 *
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 *
 * @param peer The connection's address.
 */
export function clientAddress(
  { peer, header }: { peer: string | undefined; header: (name: string) => string | undefined },
  { proxies = 0, addressHeader }: ProxyOptions,
): string | undefined {
  const connection = peer === undefined ? undefined : ipAddress(peer);
  if (addressHeader !== undefined) return ipAddress(header(addressHeader) ?? '') ?? connection;
  if (proxies < 1) return connection;

  const seen = header('X-Forwarded-For')?.split(',') ?? [];
  return ipAddress(seen.at(-proxies) ?? '') ?? connection;
}

/** An IP address in its one spelling, without a port. `undefined` for anything else. */
export function ipAddress(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  const [, v4] = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(bare) ?? [];
  if (v4 !== undefined) return v4.split('.').every((byte) => Number(byte) < 256) ? v4 : undefined;

  const [, v6] = /^\[?([0-9a-f:.]*:[0-9a-f:.]*)(?:%\w+)?(?:\]:\d+|\])?$/.exec(bare) ?? [];
  return v6 === undefined ? undefined : URL.parse(`http://[${v6}]`)?.hostname.slice(1, -1);
}

/** What one client can have as many addresses of as it likes: the address itself, or its IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after?.split(':').filter(Boolean) ?? [];
  const zeros = after === undefined ? [] : Array(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}

/** The machine itself: a proxy that nobody told of, a test, a developer. */
export function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost|.+\.localhost)$/.test(host);
}
