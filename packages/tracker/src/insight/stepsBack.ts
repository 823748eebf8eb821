import { quietly } from '../browser/quietly.ts';
import { inCheckout } from './inCheckout.ts';
import type { Tell } from './tell.ts';

/**
 * The back button in a cart or checkout, told of the page that is left.
 *
 * By the Navigation API: elsewhere nothing tells back from forward.
 * https://developer.mozilla.org/docs/Web/API/Navigation/navigate_event
 */
export function stepsBack(tell: Tell): void {
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener(
    'navigate',
    quietly(({ navigationType, destination }: NavigateEvent) => {
      const isBack =
        navigationType === 'traverse' && destination.index < navigation.currentEntry!.index;
      if (isBack && inCheckout()) tell('step_back', {});
    }),
  );
}
