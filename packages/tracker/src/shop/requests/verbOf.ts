/** What a request does to the cart. */
export type Verb = 'add' | 'remove';

const CART =
  /\b(shopping )?(carts?|baskets?|bag|trolley|warenkorb|einkaufswagen|panier|carrito|cesta|carrello|carrinho|sacola|winkelwagen|winkelmand|koszyk\w*|varukorg|kundvagn|kurv|handlekurv|kosik|kosar|sepet\w*|(line|order|cart|basket|checkout) ?(line)? ?items?|orders? \w+ items|(cart|order|checkout) lines?)\b|add\w{0,16}(cart|basket)/;
const ADD =
  /\b(adds?|additem|insert|populate|append|hinzu\w*|ajouter|ajout|aggiungi|adicionar|anadir|agregar|toevoegen|dodaj|addto\w*)\b|\badd\w{0,16}(cart|basket)/;
const REMOVE =
  /\b(removes?|removeitem|delete|deleteitem|del|destroy|clear|empty|loeschen|entfernen|supprimer|eliminar|rimuovi|verwijder\w*|usun|fjern)\b/;
/** What carts have besides goods, and what is like a cart. */
const OTHER =
  /\b(coupons?|vouchers?|promo\w*|discounts?|wish ?lists?|wishlist|compare|favou?rites?|address(es)?|shipping|estimate|notes?|merge|payments?|newsletter|reviews?|gift ?cards?|recommend\w*|upsells?|saved|attributes|buyer|email|customer|login|track\w*|analytics|collect|events?|log)\b/;
/** Params that hold another address. */
const ELSEWHERE = /^(return\w*|redirect\w*|next|back\w*|ref\w*|uenc|url|from|continue|_.*)$/i;

/**
 * What a request does to the cart, as its address says: REST (`POST /api/cart/items`), routes
 * (`?route=checkout/cart.add`), names (`/AddProductToCart/12`) alike.
 *
 * @returns `maybe` where it may add, and also do something else: `POST /api/cart`.
 */
export function verbOf(
  method: string,
  { pathname, searchParams }: URL,
): Verb | 'maybe' | undefined {
  const query = [...searchParams]
    .filter(([name, value]) => !ELSEWHERE.test(name) && value.length < 80)
    .flat()
    .join(' ');
  const path = wordsOf(`${pathname} ${query}`);
  if (!CART.test(path) || OTHER.test(path)) return undefined;
  if (REMOVE.test(path) || method === 'DELETE') return 'remove';
  if (ADD.test(path) && (method !== 'GET' || !/\.\w{2,4}$/.test(pathname))) return 'add';
  return method === 'POST' ? 'maybe' : undefined;
}

/** What a GraphQL operation does to the cart, as its name says: `cartLinesAdd`, `addItemToOrder`. */
export function verbOfOperation(name: string): Verb | 'maybe' | undefined {
  const words = wordsOf(name);
  if (OTHER.test(words) || !/\b(carts?|basket|bag|checkout|order|lines?|items?)\b/.test(words)) {
    return undefined;
  }
  if (/\b(removes?|deletes?)\b/.test(words)) return 'remove';
  if (/\badds?\b/.test(words)) return 'add';
  return /\b(create|update|set|upsert)\b/.test(words) && !/\border\b/.test(words)
    ? 'maybe'
    : undefined;
}

/** `/AddToCart/line-items` as `add to cart line items`. */
function wordsOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
