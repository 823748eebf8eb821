import { quietly } from '../../browser/quietly.ts';

/** A request of the page's, as it is made. */
export interface Sent {
  method: string;
  url: URL;
  /** As the page gave it. Read by {@link fieldsOf} and {@link operationOf} alone. */
  body: unknown;
}

/** What came back. */
export interface Answer {
  ok: boolean;
  status: number;
  /** What it says, where it is JSON and not large. */
  json: unknown;
}

/** Of an answer's text, in UTF-16 code units. A cart is far below. */
const MAX_CHARS = 400_000;

/**
 * Sees every request that the page makes by `fetch` or XMLHttpRequest. The page's own calls, promises
 * and bodies stay what they were: answers are read from a clone, and only where somebody asked.
 *
 * @param onSent Returns what to do with the answer, or nothing where it doesn't matter.
 */
export function watchRequests(
  onSent: (sent: Sent) => ((answer: Answer) => void) | undefined,
): void {
  const see = (sent: () => Sent): ((answer: Answer) => void) | undefined => {
    let heard: ((answer: Answer) => void) | undefined;
    quietly(() => {
      heard = onSent(sent());
    })();
    return heard && quietly(heard);
  };
  const failed: Answer = { ok: false, status: 0, json: undefined };

  const { fetch } = window;
  if (fetch) {
    window.fetch = function (this: unknown, ...args) {
      const answered = Reflect.apply(fetch, this ?? window, args) as Promise<Response>;
      const [input, init] = args;
      const request = input instanceof Request ? input : undefined;
      const heard = see(() => ({
        method: (init?.method ?? request?.method ?? 'GET').toUpperCase(),
        url: new URL(request?.url ?? String(input), document.baseURI),
        body: init?.body,
      }));
      // First to be told, so that the body is still there to be cloned.
      if (heard)
        answered.then(
          (response) => void hear(response, heard),
          () => heard(failed),
        );
      return answered;
    };
  }

  const requests = new WeakMap<XMLHttpRequest, { method: string; url: string }>();
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    quietly(() => requests.set(this, { method: `${args[0]}`.toUpperCase(), url: `${args[1]}` }))();
    return Reflect.apply(open, this, args);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const request = requests.get(this);
    const heard =
      request &&
      see(() => ({ method: request.method, url: new URL(request.url, document.baseURI), body }));
    if (heard) {
      this.addEventListener('loadend', () => {
        const { status, responseType } = this;
        const ok = status >= 200 && status < 300;
        const read = () =>
          responseType === 'json' ? this.response : parsed(responseType ? '' : this.responseText);
        heard({ ok, status, json: ok ? read() : undefined });
      });
    }
    return send.call(this, body);
  };
}

async function hear(response: Response, heard: (answer: Answer) => void): Promise<void> {
  const { ok, status, headers } = response;
  let json: unknown;
  try {
    const isText = /json|text\/(html|plain|javascript)/.test(headers.get('content-type') ?? '');
    const isSmall = Number(headers.get('content-length') ?? 0) < MAX_CHARS;
    if (ok && isText && isSmall && !/event-stream/.test(headers.get('content-type') ?? '')) {
      json = parsed(await response.clone().text());
    }
  } catch {
    // Broken off, or read already: its status is all there is.
  }
  heard({ ok, status, json });
}

function parsed(text: string): unknown {
  try {
    return /^\s*[[{]/.test(text) && text.length < MAX_CHARS ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
