const TIMEOUT_MS = 15_000;

export type Ask = (to: URL, init?: RequestInit) => Promise<Response>;

/** Asks, and doesn't wait for ever. */
export function asking(fetch: typeof globalThis.fetch): Ask {
  return (to, init = {}) => fetch(to, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

/** Posts as a page does. */
export function post(to: URL, page: URL, body: object, ask: Ask): Promise<Response> {
  const headers = { 'Content-Type': 'text/plain', Origin: page.origin };
  return ask(to, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** `fetch` says no more than that it failed; why is in the cause. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String(cause) : message;
}
