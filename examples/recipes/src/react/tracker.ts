import { start } from '@cartograph/tracker';
import { watch } from '@cartograph/tracker/watch';

/** One for the whole app: import it wherever something is worth telling. Page views need nothing more. */
export const tracker = start({
  site: 'shop',
  endpoint: 'https://c.shop.example/v1/touchpoints',
});

// Web vitals, errors, rage clicks and the like, fetched once the page has come to rest.
void watch(tracker, { off: 'shop' });
