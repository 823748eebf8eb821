/** A request as it came to the endpoint. */
export interface Received {
  method: string;
  url: URL;
  /** The body, unzipped. */
  text: string;
}

/** One `add_to_cart` that arrived. */
export interface Arrival {
  /** The number it was tracked with. */
  n: number;
  /** What a server can tell a copy by, where the tracker sends such a thing. */
  id?: string | undefined;
}

/**
 * A tracker under test: how a site includes it, and just enough of the other end of its protocol to
 * make it believe that all is well and to count what came.
 */
export interface Peer {
  /** As the table and `--peers` call it. */
  name: string;
  /** With the version. */
  title: string;
  /** What was set beyond the address and the key, in words. */
  settings: string;
  /** Where scripts lie that it loads by name. */
  folder?: string;
  /** Scripts made for the bench, by the name they are loaded with. */
  scripts?: Record<string, () => Promise<string>>;
  /**
   * The part of a page that includes and starts it.
   *
   * It leaves a global `track(n)` behind, which tracks one `add_to_cart`; how early doesn't matter.
   *
   * @param origin Of the endpoint, which serves the scripts, too.
   */
  head(origin: string): string;
  /** The `add_to_cart`s in a request. Everything else is none of the bench's business. */
  read(request: Received): Arrival[];
  /** What to answer, as JSON or as it is. Default: `{}` */
  answer?(request: Received): unknown;
}

/** The parsed JSON, or `undefined`. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
