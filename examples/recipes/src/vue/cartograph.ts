import { start, type Tracker, type TrackerOptions } from '@cartograph/tracker';
import { type App, type InjectionKey, inject } from 'vue';

const KEY: InjectionKey<Tracker> = Symbol('cartograph');

/** `createApp(Shop).use(cartograph, { site, endpoint })` */
export const cartograph = {
  install(app: App, options: TrackerOptions): void {
    app.provide(KEY, start(options));
  },
};

/** The app's tracker, in any component's `setup()`. */
export function useCartograph(): Tracker {
  const tracker = inject(KEY);
  if (!tracker) throw new Error('Expected app.use(cartograph, …) before a component that tracks');
  return tracker;
}
