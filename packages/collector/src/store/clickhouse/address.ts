/** Where a ClickHouse is. */
export interface ClickHouseAddress {
  /** Of its HTTP interface: `http://127.0.0.1:8123`. */
  url: string;
  username: string;
  password: string;
  /** It has to be there. */
  database: string;
  /** As `system.clusters` names it. One node without it. */
  cluster?: string;
}

const FORM =
  'clickhouse://user:password@host:8123/database?cluster=name (clickhouses:// over TLS), each part but the host optional';

/** Whether a name of a database is an address of ClickHouse, and not a file's. */
export function isClickHouseAddress(text: string): boolean {
  return /^clickhouses?:\/\//.test(text);
}

/** @throws {TypeError} Saying what was expected, and nothing of the password that came. */
export function clickhouseAddress(text: string): ClickHouseAddress {
  const wrong = (what: string) => new TypeError(`Expected an address like ${FORM}, got ${what}`);
  if (!isClickHouseAddress(text) || !URL.canParse(text)) throw wrong('another one');
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const isSecret = protocol === 'clickhouses:';
  const [database, ...more] = pathname.split('/').slice(1);
  const unknown = [...searchParams.keys()].find((key) => key !== 'cluster');
  if (hostname === '') throw wrong('one without a host');
  if (unknown !== undefined) throw wrong(`one with ?${unknown}=`);
  if (more.length > 0) throw wrong('one with a longer path');
  const cluster = searchParams.get('cluster');
  return {
    // Not 80 and 443: https://clickhouse.com/docs/guides/sre/network-ports
    url: `${isSecret ? 'https' : 'http'}://${hostname}:${port || (isSecret ? 8443 : 8123)}`,
    username: decodeURIComponent(username) || 'default',
    password: decodeURIComponent(password),
    database: decodeURIComponent(database ?? '') || 'default',
    ...(cluster && { cluster }),
  };
}

/** An address as a file or a log may have it. */
export function withoutPassword(text: string): string {
  return isClickHouseAddress(text) ? text.replace(/:[^:@/]*@/, ':…@') : text;
}
