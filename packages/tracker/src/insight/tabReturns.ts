import { onVisibility } from '../browser/onVisibility.ts';
import { inCheckout } from './inCheckout.ts';
import type { Tell } from './tell.ts';

/** A shorter look elsewhere says nothing. In seconds. */
const MIN_SECONDS = 5;

/** Shoppers who leave a cart or checkout for another tab or app and come back, and after how long. */
export function tabReturns(tell: Tell): void {
  let leftAt = 0;
  onVisibility(
    () => {
      leftAt = Date.now();
    },
    (isBack) => {
      const seconds = Math.round((Date.now() - leftAt) / 1000);
      if (!isBack && seconds >= MIN_SECONDS && inCheckout()) tell('tab_return', { seconds });
    },
  );
}
