import type { CustomParams } from '@cartograph/journey';
import { listen } from './browser/listen.ts';
import { onUrlChange } from './browser/onUrlChange.ts';
import { onVisibility } from './browser/onVisibility.ts';
import { uuidv7 } from './browser/uuidv7.ts';
import { whenActivated } from './browser/whenActivated.ts';
import { clean } from './capture/clean.ts';
import { hearDataLayer } from './capture/dataLayer.ts';
import { createPageViews } from './capture/pageViews.ts';
import { scrubbed } from './capture/scrubbed.ts';
import { cleanUrl } from './capture/url.ts';
import { consented, createIdentity, NOBODYS_ID, signedIn, stranger } from './identity.ts';
import type { TrackerOptions } from './options.ts';
import { createQueue } from './queue/queue.ts';
import type { Row } from './queue/row.ts';
import { createStorage } from './queue/storage.ts';
import { createSender } from './send/sender.ts';
import type { Tracker } from './tracker.ts';

/**
 * Puts the rooms together: what is captured becomes a row, and rows are kept and sent.
 *
 * @param key What the site's things are called in the browser.
 */
export function createTracker(key: string, options: TrackerOptions, onStop: () => void): Tracker {
  const { dataLayer = 'dataLayer', requireConsent, cookieless, pageViews = true, onDrop } = options;
  // https://www.w3.org/TR/gpc/
  const isPrivate = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  const isTraceless = isPrivate || (cookieless && !requireConsent);

  const storage = createStorage(key, !isTraceless);
  const identity = createIdentity(storage, requireConsent, cookieless, isTraceless);
  const queue = createQueue(storage, identity.maySend, identity.mayKeep, onDrop);
  const sender = createSender(key, options, queue);

  /** Does what the shopper decided, here or on another page. */
  const heed = () => {
    if (identity.me().consent === 'denied') queue.forget();
    // What waited for a yes.
    queue.own().forEach(queue.hold);
    sender.due();
  };
  const recall = () => identity.recall().then(heed);

  /** Who this is takes a moment to find out. All calls wait for it, and so stay in order. */
  const known = new Promise<void>(whenActivated).then(recall);
  let inOrder = (job: () => unknown) => void known.then(job);

  let referrer = cleanUrl(document.referrer);
  let at = 0;
  let seq = 0;
  const record = (type: string, params?: CustomParams) => {
    // Stands still where the clock is set back: then `seq` says what came first.
    at = Math.max(at, Date.now());
    const place = { id: uuidv7(at, ++seq), seq, at, type, params };
    const tell = () => {
      const page = {
        url: cleanUrl(location.href),
        title: scrubbed(document.title),
        referrer,
      };
      inOrder(() => {
        const me = identity.me();
        if (me.consent === 'denied') return;
        queue.hold({ ...place, ...page, me } as Row);
        // No later moment is certain.
        if (type === 'purchase' || document.hidden) sender.leave();
        sender.due();
      });
    };
    tell();
    return tell;
  };
  const arrive = createPageViews((from) => {
    if (from) referrer = cleanUrl(from);
    return record('page_view');
  });

  const back = () => recall().then(sender.again);
  whenActivated(() => {
    if (pageViews) {
      arrive(true);
      onUrlChange(() => arrive());
    }
    if (dataLayer) hearDataLayer(dataLayer, record);
    onVisibility(
      () => inOrder(sender.leave),
      (isBack) => {
        back();
        if (isBack && pageViews) {
          // Which page came in between, nobody says.
          referrer = '';
          arrive(true);
        }
      },
    );
    listen('online', back);
  });

  return {
    track(type: string, params?: CustomParams) {
      record(`${type}`, params && clean(params, /./));
    },
    page() {
      arrive(true);
    },
    identify(userId) {
      const user = `${userId}`.trim();
      if (NOBODYS_ID.test(user)) throw Error(`no user: ${user}`);
      inOrder(() => identity.change(signedIn(identity.me(), user)));
    },
    async consent(decision) {
      await known;
      identity.change(consented(identity.me(), decision));
      heed();
    },
    reset() {
      inOrder(() => identity.change(stranger()));
    },
    async flush() {
      await known;
      await sender.flush();
    },
    stop() {
      inOrder(sender.leave);
      inOrder = () => {};
      onStop();
    },
  };
}
