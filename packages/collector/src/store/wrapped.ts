import type { Store } from './store.ts';

export type Method = (...args: unknown[]) => unknown;

/** A store whose methods are each what `wrap` makes of them, those of its parts too. */
export function wrappedStore(store: Store, wrap: (method: Method) => Method): Store {
  const { refolding, webhooks } = store;
  return {
    ...wrapped(store, wrap),
    ...(refolding && { refolding: wrapped(refolding, wrap) }),
    ...(webhooks && { webhooks: wrapped(webhooks, wrap) }),
    // A stream only reads, and is no promise.
    touchpoints: store.touchpoints,
  };
}

/** The same for anything that has methods. */
export function wrapped<Methods extends object>(
  methods: Methods,
  wrap: (method: Method) => Method,
): Methods {
  const entries = Object.entries(methods).map(([name, method]) => [
    name,
    typeof method === 'function' ? wrap(method) : method,
  ]);
  return Object.fromEntries(entries);
}
