const PATIENCE_MS = 60_000;

/** A session of the W3C's WebDriver, of which one command at a time is carried out. */
export interface WebDriver {
  /** Opens a window, goes there, and is done when the page has loaded. Returns the window's handle. */
  open(url: string): Promise<string>;
  /** The value of an expression, awaited, by way of JSON. */
  run(handle: string, expression: string): Promise<unknown>;
  close(handle: string): Promise<void>;
}

/**
 * @param service Address of the driver.
 * @see https://www.w3.org/TR/webdriver2/#endpoints
 */
export async function startSession(service: string, capabilities: object): Promise<WebDriver> {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(service + path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value as unknown;
  };

  const { sessionId } = (await call('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;

  // A command is for the window that was chosen before it.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(job);
    last = turn.catch(() => {});
    return turn;
  };
  const choose = (handle: unknown) => call('POST', `${session}/window`, { handle });
  // The window that it begins with stays: without one, the browser would end.
  const home = await call('GET', `${session}/window`);

  return {
    open: (url) =>
      inTurn(async () => {
        // The window that was chosen last may be closed, and then nothing can be asked.
        await choose(home);
        const { handle } = (await call('POST', `${session}/window/new`, { type: 'window' })) as {
          handle: string;
        };
        await choose(handle);
        await call('POST', `${session}/url`, { url });
        return handle;
      }),
    async run(handle, expression) {
      const answer = await inTurn(async () => {
        await choose(handle);
        return call('POST', `${session}/execute/async`, {
          script: `const answer = arguments[0];
            (async () => (${expression}))().then(
              (value) => answer({ value }),
              (error) => answer({ error: String(error) }),
            );`,
          args: [],
        });
      });
      const { value, error } = answer as { value: unknown; error?: string };
      if (error) throw new Error(error);
      return value;
    },
    close: (handle) =>
      inTurn(async () => {
        await choose(handle);
        await call('DELETE', `${session}/window`);
      }),
  };
}
