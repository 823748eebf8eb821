import { placeOf } from '../page/placeOf.ts';

const BADGE = ['cart', 'basket', 'bag', 'warenkorb', 'panier', 'carrito', 'carrello', 'koszyk']
  .flatMap((word) =>
    ['count', 'qty', 'quantity', 'number', 'badge', 'counter', 'total', 'size'].map((what) => [
      word,
      what,
    ]),
  )
  .flatMap(([word, what]) =>
    ['class', 'id', 'data-testid'].map((where) => `[${where}*=${word} i][${where}*=${what} i]`),
  )
  .join();

/** Sums, which are no counts: `2 items, 50,00 €`. */
const SUM = /[€£$¥₩₹]\s?[\d.,]+|\d[\d.,\s]*(?:[€£$¥₩円원]|zł|kr|Kč)|\d+[.,]\d\d\b/g;

/** How many goods the cart's badge shows, or the link to the cart. `undefined` where neither shows a number. */
export function cartCount(page: Document): number | undefined {
  const links = [
    ...page.querySelectorAll<HTMLAnchorElement>(
      'header a[href],nav a[href],a[href*=cart],a[href*=basket]',
    ),
  ];
  const shown = [
    ...page.querySelectorAll(BADGE),
    ...links.filter((link) => placeOf(new URL(link.href, location.href))?.kind === 'cart'),
  ].flatMap((element) => {
    const text = (element.textContent ?? '').replace(SUM, ' ');
    const [count] = (text.length < 80 && text.match(/\d{1,4}/)) || [];
    return count ? [Number(count)] : [];
  });
  return shown.length > 0 ? Math.max(...shown) : undefined;
}
