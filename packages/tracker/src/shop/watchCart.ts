import type { Item, ItemsParams } from '@cartograph/journey';
import { listen } from '../browser/listen.ts';
import { quietly } from '../browser/quietly.ts';
import { cartCount } from './facts/cartCount.ts';
import { goods } from './facts/product.ts';
import { type Intent, watchIntents } from './intent.ts';
import type { Call } from './preset.ts';
import { fieldsOf, fingerprintOf, operationOf } from './requests/bodyOf.ts';
import { refuses } from './requests/refuses.ts';
import { type Verb, verbOf, verbOfOperation } from './requests/verbOf.ts';
import { type Answer, type Sent, watchRequests } from './requests/watchRequests.ts';
import type { ShopView } from './shopView.ts';
import type { Seen, Tell } from './teller.ts';

/** A shop that hasn't answered by then, in milliseconds, won't. */
const PATIENCE_MS = 10_000;
const TYPES = { add: 'add_to_cart', remove: 'remove_from_cart' } as const;
/** Badges count up in steps. */
const SETTLE_MS = 200;

/** Requests that may have to do with the cart or with checkout, by their address. */
const RELEVANT =
  /cart|basket|bag|trolley|korb|panier|carrello|cesta|checkout|order|line-?item|wc-|\/wc\/store|graphql|gql|shop-api|storefront|payment|shipping|section|exec\/front|koszyk|winkel|sepet/i;

/** Watches what goes into the cart and out of it, and tells what certainly did. */
export function watchCart(
  view: ShopView,
  ready: Promise<unknown>,
  tell: Tell,
  onSeen: (seen: Seen) => void,
) {
  let intent: Intent | undefined;
  let pending = 0;
  let last: { act: number; print: string; path: string; at: number } | undefined;
  let recheck = () => {};

  const acts = watchIntents(view, (next) => {
    intent = next;
    awaitCount(next);
  });
  const isOpen = (one: Intent | undefined): one is Intent =>
    !!one && !one.done && performance.now() - one.at < PATIENCE_MS;

  const tellChange = (own: Intent | undefined, seen: Seen, rule: string, why: string) => {
    if (own) own.done = true;
    tell(seen, rule, why);
  };

  /** A badge that counts up after a click says the same as an answer, where none can be seen. */
  const awaitCount = (own: Intent) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = quietly(() => {
      if (own !== intent || own.done) return stop();
      const count = cartCount(document) ?? 0;
      const grew = own.verb === 'add' ? count > own.count : count < own.count;
      if (!grew || pending > 0) return;
      stop();
      const why = `a click, and the cart counts ${count} after ${own.count}`;
      tellChange(own, [TYPES[own.verb], paramsOf(own)], 'generic', why);
    });
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(check, SETTLE_MS);
    });
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(end);
    };
    const end = setTimeout(stop, PATIENCE_MS);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    recheck = check;
  };

  /** The same again, with no act of the shopper's in between, is the shop trying twice. */
  const isRepeated = (print: string, path: string, act: number) => {
    const at = performance.now();
    const before = last;
    last = { act, print, path, at };
    return (
      before?.act === act &&
      at - before.at < PATIENCE_MS &&
      (before.print === print || before.path !== path)
    );
  };

  const settle = (sent: Sent, answer: Answer, meant: Intent | undefined, act: number) => {
    const { method, url, body } = sent;
    const operation = /graphql|gql|shop-api/i.test(url.pathname) ? operationOf(body) : undefined;
    const named = operation ? verbOfOperation(operation) : verbOf(method, url);
    const open = isOpen(meant) ? meant : undefined;
    if (!answer.ok || (method !== 'GET' && refuses(answer.json))) {
      if (named && open) open.done = true;
      return;
    }

    const path = url.pathname + url.search;
    const fields = () => (operation ? {} : fieldsOf(body));
    const call: Call = { method, url, path, json: answer.json, fields };
    const known = view.preset?.call?.(call, view.kit());
    const rule = view.preset && known ? view.preset.name : 'generic';
    const why = operation ?? `${method} ${url.pathname}`;

    if (typeof known === 'object' && 'cart' in known) {
      view.cart = known.cart;
      return;
    }
    if (typeof known === 'object') {
      for (const seen of known) {
        const changes = /^(add_to|remove_from)_cart$/.test(seen[0]);
        if (!changes) onSeen(seen);
        else if (!isRepeated(`${seen[0]}${fingerprintOf(body)}`, path, act)) {
          tellChange(meant, seen, rule, why);
        }
      }
      return;
    }

    const verb = known ?? (named === 'maybe' ? (open?.verb ?? surelyAdds(url, fields)) : named);
    if (!verb || (method === 'GET' && !known && !open)) return;
    // Not what the shopper pressed a button for.
    if (open && open.verb !== verb) return;
    if (isRepeated(verb + fingerprintOf(body), path, act)) return;
    view.cart = undefined;
    const { id, quantity } = fields();
    const main = verb === 'add' && !open ? view.product() : undefined;
    const found = open?.item ?? main?.item;
    const item: Item | undefined = found ?? (id ? { item_id: id } : undefined);
    const counted = item && { ...item, quantity: quantity ?? item.quantity ?? 1 };
    const params = counted ? goods([counted], (open ?? main)?.currency) : {};
    tellChange(open, [TYPES[verb], params], rule, why);
  };

  watchRequests((sent) => {
    const { method, url } = sent;
    const own = url.origin === location.origin;
    const meant = isOpen(intent) ? intent : undefined;
    // Shops without a head of their own ask another host: believed right after a click.
    if (!/^http/.test(url.protocol) || (!own && !(meant && RELEVANT.test(url.href))))
      return undefined;
    if (!RELEVANT.test(url.pathname + url.search) && !(meant && method !== 'GET')) return undefined;

    const act = acts();
    if (method !== 'GET') pending++;
    return (answer) => {
      ready.then(
        quietly(() => {
          try {
            settle(sent, answer, meant, act);
          } finally {
            if (method !== 'GET') pending--;
          }
          recheck();
        }),
      );
    };
  });

  // By now the shop has answered with another page: the post, or the link, was taken.
  listen(
    'pagehide',
    quietly(() => {
      const left = intent;
      if (!isOpen(left) || left.act !== acts() || pending > 0 || view.preset?.arrives) return;
      if (!takesAway(left)) return;
      const why = 'a form or link that left the page';
      tellChange(left, [TYPES[left.verb], paramsOf(left)], 'generic', why);
    }),
  );
}

function paramsOf({ item, currency }: Intent): ItemsParams {
  return item ? goods([item], currency) : {};
}

/** `POST /carts/12/line-items` with a product in it can be nothing else. */
function surelyAdds({ pathname }: URL, fields: () => { id?: string }): Verb | undefined {
  return /\/(line[-_]?items|items|lines|products|entries)\/?$/i.test(pathname) && fields().id
    ? 'add'
    : undefined;
}

/** Whether a form or link took the shopper off the page, with everything chosen that has to be. */
function takesAway({ verb, form, link, event }: Intent): boolean {
  if (event?.defaultPrevented) return false;
  if (link) return verbOf('GET', new URL(link.href)) === verb;
  if (!form) return false;
  // Pages that send a form on their own have no event of it.
  if (!event && verbOf('POST', new URL(form.action, location.href)) !== verb) return false;
  const unchosen = [...form.querySelectorAll('select')].some(
    ({ selectedIndex, options }) => options.length > 1 && !options[selectedIndex]?.value,
  );
  return form.method === 'post' && form.matches(':valid') && !unchosen;
}
