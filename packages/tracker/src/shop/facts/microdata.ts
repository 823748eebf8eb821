import { readPrice } from '../money/readMoney.ts';
import { addressOf } from './addressOf.ts';
import { clean } from './jsonLd.ts';
import { itemOf, type Product } from './product.ts';

const PRODUCT = '[itemscope][itemtype*="schema.org/Product"]';

/** The product that a page's microdata says it is about: the only one, or the one with the heading in it. */
export function readMicrodata(page: Document): Product | undefined {
  const scopes = [...page.querySelectorAll(PRODUCT)].filter(
    (scope) => !scope.hasAttribute('itemprop') && !scope.parentElement?.closest(PRODUCT),
  );
  const scope = scopes.length === 1 ? scopes[0] : scopes.find((one) => one.querySelector('h1'));
  if (!scope) return undefined;

  const find = (name: string) =>
    [...scope.querySelectorAll(`[itemprop~="${name}"]`)].find(
      (element) => !/isRelatedTo|isSimilarTo|review/.test(ownerOf(element, scope)),
    );
  const read = (name: string) => contentOf(find(name));
  const currency = read('priceCurrency')?.toUpperCase();
  const brand = find('brand');
  const name = read('name');
  const price = readPrice(read('price'), currency);
  if (!name || price === undefined) return undefined;

  return {
    item: itemOf({
      item_id:
        ['sku', 'productID', 'mpn', 'gtin13'].map(read).find(Boolean) ??
        addressOf(new URL(location.href)),
      item_name: name,
      item_brand: contentOf(brand?.querySelector('[itemprop~=name]') ?? brand),
      item_category: read('category'),
      price,
    }),
    currency,
    rule: 'microdata',
  };
}

/** Which of the product's properties an element belongs to. */
function ownerOf(element: Element, scope: Element): string {
  let owner = '';
  for (
    let parent = element.parentElement;
    parent && parent !== scope;
    parent = parent.parentElement
  ) {
    owner += ` ${parent.getAttribute('itemprop') ?? (parent.matches(PRODUCT) ? 'isRelatedTo' : '')}`;
  }
  return owner;
}

function contentOf(element: Element | null | undefined): string | undefined {
  return clean(
    element?.getAttribute('content') ?? element?.getAttribute('value') ?? element?.textContent,
  );
}
