import type { Locale } from '../money/currency.ts';
import { type Money, readMoney, theOne } from '../money/readMoney.ts';
import { placeOf } from '../page/placeOf.ts';
import { ADD, ADD_NAME, NOT_ADD } from '../words.ts';
import { addressOf } from './addressOf.ts';
import { clean } from './jsonLd.ts';
import { itemOf, type Product } from './product.ts';

/** What can be pressed. */
export const BUTTONS =
  'button,input[type=submit],input[type=button],input[type=image],a,[role=button]';

const PRICE =
  '[itemprop=price],[data-price],[class*=price i],[id*=price i],[class*=preis i],[class*=prix i],[class*=precio i],[class*=prezzo i],[class*=cena i]';
const NO_PRICE =
  'del,s,strike,[style*=line-through],[class*=old i],[class*=was i],[class*=compare i],[class*=before i],[class*=rrp i],[class*=msrp i],[class*=tax i],[class*=unit-price i],[class*=unit_price i],[class*=save i],[class*=instal i]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[class*=name i],[class*=title i],[itemprop=name]';
const CARD = /card|item|product|tile|teaser|box/i;
const ID_ATTRIBUTES =
  'product-sku product_sku sku product-id product_id id-product item-id productid'.split(' ');
const ID_FIELDS =
  'product_id,id_product,product,product_no,add-to-cart,sku,productId,item_id,id'.split(',');

/** Whether a button says that it adds to the cart: in the common languages, or by its name. */
export function isAddButton(button: Element): boolean {
  const said = saidBy(button);
  const named = [
    'name',
    'id',
    'class',
    'data-action',
    'data-test',
    'data-testid',
    'data-button-action',
    'onclick',
    'formaction',
  ]
    .map((name) => button.getAttribute(name) ?? '')
    .join(' ');
  if (NOT_ADD.test(said) || (!ADD.test(said) && NOT_ADD.test(named))) return false;
  return said.length < 80 && (ADD.test(said) || (ADD_NAME.test(named) && button.tagName !== 'A'));
}

/** What a button says to a shopper. */
export function saidBy(button: Element): string {
  const label = button.getAttribute('aria-label') ?? '';
  const text = clean(button.textContent) ?? '';
  const value = button instanceof HTMLInputElement ? button.value : '';
  return `${text} ${value} ${label} ${button.getAttribute('title') ?? ''}`.trim();
}

/**
 * The product that a button is for: the card around it in a list, or what the page is about, told by
 * its heading.
 *
 * @returns `main` where it stands with the page's heading.
 */
export function productNear(
  button: Element,
  locale: Locale,
): (Product & { main: boolean }) | undefined {
  const { body } = button.ownerDocument;
  for (let box = button.parentElement; box; box = box.parentElement) {
    const heading = box.querySelector('h1');
    const link = heading || box === body ? undefined : linkOf(box);
    if (!heading && !link) {
      if (box === body) return undefined;
      continue;
    }
    const adds = [...box.querySelectorAll(BUTTONS)].filter(isAddButton);
    // A list, and no card of it. Of one product there may be a second button, or "buy now".
    if (adds.length > (heading ? 3 : 2)) return undefined;
    const name =
      clean((heading ?? box.querySelector(HEADING) ?? link!).textContent) ?? imageOf(link);
    if (!name) continue;
    const price = priceIn(box, locale);
    return {
      main: !!heading,
      item: itemOf({
        item_id: idNear(button, box) ?? addressOf(new URL(link?.href ?? location.href)),
        item_name: name,
        price: price?.value,
      }),
      currency: price?.currency,
      rule: 'generic',
    };
  }
  return undefined;
}

/** A shop's own id of a product, in what a button or its form carries. */
function idNear(button: Element, box: Element): string | undefined {
  const holders = [button, button.closest('form'), box].filter((one) => one !== null);
  for (const name of ID_ATTRIBUTES) {
    const id = holders.map((one) => one.getAttribute(`data-${name}`)).find(Boolean);
    if (id) return id;
  }
  const fields = [
    ...(button.closest('form') ?? box).querySelectorAll<HTMLInputElement>('input[type=hidden]'),
  ];
  const field = ID_FIELDS.map((name) => fields.find((one) => one.name === name)).find(
    (one) => one?.value,
  );
  return field?.value.slice(0, 64);
}

/** The one price in a box, not one struck out: of what is called a price, else of all there is. */
export function priceIn(box: Element, locale: Locale): Money | undefined {
  for (const called of [...box.querySelectorAll(PRICE), box]) {
    const money = called === box || !isStruck(called, box) ? priceOf(called, locale) : undefined;
    if (money) return money;
  }
  return undefined;
}

function priceOf(element: Element, locale: Locale): Money | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Money[] = [];
  while (texts.nextNode() && found.length < 9) {
    const { data, parentElement } = texts.currentNode as Text;
    const money = data.length < 60 ? readMoney(data, locale) : undefined;
    if (money && !isStruck(parentElement!, element)) found.push(money);
  }
  // Its sign may stand in an element of its own.
  const whole = element.textContent ?? '';
  if (found.length === 0 && whole.length < 40) return readMoney(whole, locale);
  return theOne(found);
}

function isStruck(element: Element, box: Element): boolean {
  const struck = element.closest(NO_PRICE);
  return struck !== null && box.contains(struck);
}

/** The link of a card to its product. */
function linkOf(box: Element): HTMLAnchorElement | undefined {
  const isCard = /^(LI|ARTICLE|TR)$/.test(box.tagName) || CARD.test(box.className);
  return [...box.querySelectorAll<HTMLAnchorElement>('a[href]')].find((link) => {
    if (link.origin !== location.origin || isThisPage(link) || isAddButton(link)) {
      return false;
    }
    const prominent = link.querySelector('img,h2,h3,h4') || link.closest('h2,h3,h4,h5');
    return (
      (prominent || isCard) &&
      clean(link.textContent || imageOf(link)) &&
      !placeOf(new URL(link.href))
    );
  });
}

/** Whether a link leads to where it stands. */
export function isThisPage({ href }: HTMLAnchorElement): boolean {
  return addressOf(new URL(href)) === addressOf(new URL(location.href));
}

function imageOf(link: Element | undefined): string | undefined {
  return clean(link?.querySelector('img')?.alt);
}
