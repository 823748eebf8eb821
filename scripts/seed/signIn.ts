import { login } from '../../examples/shop/src/events/ga4.ts';
import { toldByShop } from './toldByShop.ts';
import type { Trip } from './trip.ts';

/** Says who they are, if they have an account: what this browser told before is theirs as well. */
export function signIn({ browser, shopper: { account } }: Trip): void {
  if (account === undefined || browser.signedIn) return;
  browser.signIn(account);
  browser.tell(toldByShop(login()));
}
