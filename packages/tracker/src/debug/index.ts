import type { Batch } from '@cartograph/journey';

/** Says on the console which touchpoints are sent, and what the collector answers. For a shop's developers. */
export function watch(): void {
  const { fetch } = window;
  window.fetch = async (...args) => {
    const batch = batchIn(args[1]?.body);
    for (const { type, params } of batch?.touchpoints ?? []) say('sends', type, params);

    const answered = fetch.apply(window, args);
    if (batch) {
      answered.then(
        async (answer) => say('hears', answer.status, await answer.clone().text()),
        (error) => say('hears nothing, and tries again', error),
      );
    }
    return answered;
  };
}

function say(...what: unknown[]): void {
  console.debug('[cartograph]', ...what);
}

function batchIn(body: unknown): Batch | undefined {
  // Cheap enough to be asked of every request of the page.
  return typeof body === 'string' && body.startsWith('{"site":') ? JSON.parse(body) : undefined;
}
