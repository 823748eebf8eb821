const TRIES = 20;

/** Starts a server on `port`, or on the next one that nobody holds. */
export async function onFreePort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await start(port + tried);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || tried === TRIES) throw error;
    }
  }
}
