import type { Item } from '@cartograph/journey';
import { readPrice } from '../money/readMoney.ts';
import { addressOf } from './addressOf.ts';
import { itemOf, type Product } from './product.ts';

/** A node of schema.org data, of which nothing is certain. */
type Node = Partial<Record<string, unknown>>;

export interface JsonLd {
  /** The product that the page is about. */
  product?: Product;
  /** The products of a list that the page is about. */
  list?: Item[];
}

const PRODUCT =
  /^(https?:\/\/schema\.org\/)?(Product|ProductGroup|IndividualProduct|ProductModel)$/;
const LIST = /^(https?:\/\/schema\.org\/)?(ItemList|OfferCatalog)$/;

/**
 * What the page's JSON-LD says it is about. Of several products the one of this address, or of this
 * heading; where none is told apart from the others, none.
 *
 * @param about Address of the page (also its canonical one), and its heading.
 */
export function readJsonLd(
  texts: readonly string[],
  about: { urls: URL[]; heading: string },
): JsonLd {
  const nodes = texts.flatMap(parsed).flatMap((node) => [node, ...many(node.mainEntity)]);
  const products = nodes.filter((node) => hasType(node, PRODUCT) && node.name);
  const here = products.filter((node) => isAt(node, about.urls));
  const named = products.filter((node) => clean(node.name) === about.heading);
  const elsewhere = products.length === 1 && products[0]!.url && here.length === 0;
  const [main, ...more] =
    here.length === 1 ? here : named.length > 0 ? named : elsewhere ? [] : products;

  if (main && more.length === 0) {
    const product = productOf(main, about.urls);
    // A shop that shows its stars in searches calls itself a product.
    if (main.offers || main.hasVariant || main.sku) return { product };
  }
  const lists = nodes.filter((node) => hasType(node, LIST));
  const list = lists.length === 1 && products.length === 0 ? listed(lists[0]!) : [];
  return list.length > 0 ? { list } : {};
}

function productOf(node: Node, urls: readonly URL[]): Product {
  const variants = many(node.hasVariant);
  const variant = variants.find((one) => isExactly(one, urls[0]));
  const offers = (variant ? [variant] : [node, ...variants]).flatMap((one) =>
    many(one.offers).flatMap((offer) => [offer, ...many(offer.offers)]),
  );
  const chosen = offers.find((offer) => isExactly(offer, urls[0]));
  const prices = (chosen ? [chosen] : offers).flatMap(pricesOf);
  const [first] = prices;
  // A price that depends on the variant is none yet.
  const price = prices.every((other) => other.price === first?.price) ? first?.price : undefined;
  const sku = chosen?.sku ?? variant?.sku;

  return {
    item: itemOf({
      item_id:
        idOf({ ...node, ...(sku ? { sku } : {}) }) ??
        idOf(offers.length === 1 ? offers[0]! : {}) ??
        (urls[0] && addressOf(urls[0])),
      item_name: clean(node.name),
      item_brand: nameOf(node.brand),
      item_category: nameOf(node.category),
      item_variant: variant && clean(variant.name),
      price,
    }),
    currency: first?.currency,
    rule: 'json-ld',
  };
}

/** Its number, by whichever name the shop has for it. */
function idOf(node: Node): string | undefined {
  const id = [
    node.sku,
    node.productID,
    node.productGroupID,
    node.mpn,
    ...['gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8'].map((name) => node[name]),
  ].find((one) => (typeof one === 'string' && one.trim()) || typeof one === 'number');
  return id === undefined
    ? undefined
    : String(id)
        .trim()
        .replace(/^(sku|mpn|gtin):/i, '');
}

function pricesOf(offer: Node): { price: number; currency: string | undefined }[] {
  const specified = many(offer.priceSpecification).filter(
    ({ priceType }) => !/List|Strike|MSRP|SRP/i.test(String(priceType ?? '')),
  );
  const isRange =
    offer.lowPrice !== undefined && readPrice(offer.lowPrice) !== readPrice(offer.highPrice);
  const source = [offer, ...specified].find(({ price }) => price !== undefined && price !== '');
  const currency =
    String(source?.priceCurrency ?? offer.priceCurrency ?? '').toUpperCase() || undefined;
  const price = readPrice(source?.price ?? (isRange ? undefined : offer.lowPrice), currency);
  if (price === undefined) return isRange ? [{ price: NaN, currency }] : [];
  return [{ price, currency }];
}

function listed(list: Node): Item[] {
  return many(list.itemListElement).flatMap((element, index) => {
    const [node = element] = many(element.item);
    if (!hasType(node, PRODUCT) || !node.name) return [];
    const urls = [urlOf(node) ?? urlOf(element)].filter((url) => url !== undefined);
    const { item } = productOf(node, urls);
    return [{ ...item, index }];
  });
}

function isAt(node: Node, urls: readonly URL[]): boolean {
  const url = urlOf(node);
  return !!url && urls.some(({ pathname }) => tail(pathname) === tail(url.pathname));
}

function isExactly(node: Node, url: URL | undefined): boolean {
  const own = urlOf(node);
  return (
    !!own?.search && !!url && tail(own.pathname) === tail(url.pathname) && own.search === url.search
  );
}

/** Shops have a product at several addresses, which end alike. */
function tail(pathname: string): string {
  return pathname.replace(/\/+$/, '').replace(/.*\//, '');
}

function urlOf(node: Node): URL | undefined {
  const id = node.url ?? node['@id'];
  try {
    return typeof id === 'string' && id ? new URL(id, location.href) : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(thing: unknown): string | undefined {
  const [first] = [thing].flat();
  return clean(Object(first) === first ? (first as Node).name : first);
}

/** Text as a shopper reads it: templates escape it for HTML. */
export function clean(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const ENTITIES: Record<string, string> = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
  };
  return (
    text
      .replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex, code, name) =>
        code
          ? String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10) || 63)
          : (ENTITIES[name] ?? whole),
      )
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200) || undefined
  );
}

function hasType(node: Node, type: RegExp): boolean {
  return [node['@type']].flat().some((one) => typeof one === 'string' && type.test(one));
}

function many(value: unknown): Node[] {
  return [value].flat().filter((one): one is Node => Object(one) === one);
}

function parsed(text: string): Node[] {
  try {
    // Templates leave comments around it, and line breaks inside.
    const json = text.replace(
      /^\s*(<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[)|(-->|\/\/\s*\]\]>)\s*$/g,
      '',
    );
    const root: unknown = JSON.parse(json.replace(/[\n\r\t]+/g, ' '));
    return many(root).flatMap((node) => [node, ...many(node['@graph'])]);
  } catch {
    return [];
  }
}
