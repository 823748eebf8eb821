import { quietly } from '../browser/quietly.ts';

/**
 * @param status `undefined` for a request that begins, 0 for one without an answer.
 */
type OnRequest = (method: string, url: string, status?: number) => void;

/**
 * Calls `onRequest` when a `fetch()` or `XMLHttpRequest` of the page begins and when it ends, but not
 * for one that the page breaks off, nor for a `fetch()` with `keepalive`, which nobody waits for:
 * analytics, and our own.
 *
 * The page notices nothing: it gets the very response or error, and no body is touched. Where the
 * browser's own are frozen, nothing is seen.
 */
export function onRequest(onRequest: OnRequest): void {
  const tell = quietly(onRequest);

  quietly(() => {
    const { fetch } = window;
    window.fetch = function (this: Window, ...args) {
      let answer = fetch.apply(this, args);
      quietly(() => {
        const [input, init] = args as [Request, RequestInit?];
        const { method = 'GET', keepalive, signal } = init ?? input;
        if (keepalive) return;
        const url = input.url ?? `${input}`;
        tell(method, url);
        answer = answer.then(
          (response) => {
            // What another origin answers may be closed to us, and has no status.
            tell(method, url, response.status || 200);
            return response;
          },
          (error) => {
            if (!signal?.aborted) tell(method, url, 0);
            throw error;
          },
        );
      })();
      return answer;
    };
  })();

  quietly(() => {
    const { prototype } = XMLHttpRequest;
    const { open } = prototype;
    prototype.open = function (this: XMLHttpRequest, ...args: [string, string]) {
      const [method, url] = args;
      tell(method, url);
      for (const type of ['load', 'error']) {
        this.addEventListener(type, () => tell(method, url, this.status));
      }
      return open.apply(this, args as unknown as Parameters<typeof open>);
    };
  })();
}
