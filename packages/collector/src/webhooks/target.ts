/** Where webhooks may go, besides public hosts on port 443. */
export interface TargetOptions {
  /**
   * Hosts of one's own that may be private and plain HTTP: `127.0.0.1:9000`, as in the URL. For tests and for
   * receivers in the same network. @default none
   */
  allowHosts?: readonly string[];
  /** Further ports, of 80 and 8443. @default none */
  ports?: readonly number[];
}

const OFFERED_PORTS = [80, 8443];

/**
 * Reads the address of a webhook.
 *
 * @throws {TypeError} Saying what was expected, if nothing may be sent there. Whether the host's
 *   addresses are public is only known when something is sent.
 */
export function readTarget(
  url: string,
  { allowHosts = [], ports = [] }: TargetOptions = {},
): { url: URL; isAllowed: boolean } {
  const refuse = (expected: string) => new TypeError(`Expected url to ${expected}, got "${url}"`);
  if (!URL.canParse(url)) throw refuse('be one');
  const target = new URL(url);
  if (target.username || target.password) throw refuse('hold no user or password');
  const isHttp = target.protocol === 'http:';
  if (!isHttp && target.protocol !== 'https:') throw refuse('begin with https://');
  if (allowHosts.includes(target.host)) return { url: target, isAllowed: true };

  if (isHttp) throw refuse('begin with https://');
  const port = Number(target.port || 443);
  if (port !== 443 && !(OFFERED_PORTS.includes(port) && ports.includes(port))) {
    throw refuse(`have the port ${[443, ...ports].join(' or ')}`);
  }
  return { url: target, isAllowed: false };
}
