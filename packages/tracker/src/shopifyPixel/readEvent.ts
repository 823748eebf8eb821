import type { CartParams, CustomParams, Item, ItemsParams } from '@cartograph/journey';
import { cleanUrl } from '../capture/url.ts';
import type { CartLine, Checkout, CustomerEvent, Price, Variant } from './customerEvents.ts';

/** A touchpoint: its type and params. */
type Read = readonly [type: string, params: CustomParams];

/** The events that a pixel is to listen to, and what each says. */
const READERS: Readonly<
  Record<string, (data: NonNullable<CustomerEvent['data']>) => Read | undefined>
> = {
  page_viewed: () => ['page_view', {}],
  product_viewed: ({ productVariant }) => ['view_item', variants([productVariant])],
  collection_viewed: ({ collection }) => [
    'view_item_list',
    known({
      item_list_id: collection?.id,
      item_list_name: collection?.title,
      items: variants(collection?.productVariants ?? []).items,
    }),
  ],
  search_submitted: ({ searchResult }) => ['search', known({ search_term: searchResult?.query })],
  product_added_to_cart: ({ cartLine }) => ['add_to_cart', lines([cartLine])],
  product_removed_from_cart: ({ cartLine }) => ['remove_from_cart', lines([cartLine])],
  cart_viewed: ({ cart }) => [
    'view_cart',
    { ...lines(cart?.lines ?? []), ...worth(cart?.cost?.totalAmount) },
  ],
  checkout_started: ({ checkout }) => ['begin_checkout', inCheckout(checkout)],
  checkout_contact_info_submitted: ({ checkout }) => [
    'checkout_step',
    { step: 'contact', ...inCheckout(checkout) },
  ],
  checkout_address_info_submitted: ({ checkout }) => [
    'checkout_step',
    { step: 'address', ...inCheckout(checkout) },
  ],
  checkout_shipping_info_submitted: ({ checkout }) => [
    'add_shipping_info',
    known({
      ...inCheckout(checkout),
      shipping_tier:
        checkout?.delivery?.selectedDeliveryOptions?.[0]?.title ?? checkout?.shippingLine?.title,
    }),
  ],
  payment_info_submitted: ({ checkout }) => [
    'add_payment_info',
    known({ ...inCheckout(checkout), payment_type: paidBy(checkout) }),
  ],
  checkout_completed: ({ checkout }) => [
    'purchase',
    known({
      // Without an order yet, the checkout's token tells it from all others.
      transaction_id: plain(checkout?.order?.id) ?? checkout?.token,
      ...inCheckout(checkout),
      tax: amount(checkout?.totalTax),
      shipping: amount(checkout?.shippingLine?.price),
      payment_type: paidBy(checkout),
    }),
  ],
  alert_displayed: ({ alert }) => [
    'alert',
    known({ alert_type: alert?.type, message: alert?.message }),
  ],
  ui_extension_errored: ({ error }) => [
    'exception',
    known({ description: error?.message, fatal: false }),
  ],
};

export const EVENTS: readonly string[] = Object.keys(READERS);

/** The touchpoint that an event of Shopify's is, without anything about the person. */
export function readEvent({ name, data, context }: CustomerEvent): Read | undefined {
  const read = READERS[name ?? '']?.(data ?? {});
  const { href } = context?.document?.location ?? {};
  return (
    read && [
      read[0],
      {
        ...read[1],
        ...known({ page_location: href && cleanUrl(href) }),
        inferred: 'shopify-pixel',
      },
    ]
  );
}

function inCheckout(checkout: Checkout | null | undefined): CartParams {
  const items = (checkout?.lineItems ?? []).map(
    ({ variant, quantity = 1, title, finalLinePrice }) => {
      const total = amount(finalLinePrice);
      const price =
        total === undefined || !(quantity > 0) ? {} : { price: round(total / quantity) };
      return { ...itemOf({ ...variant }, title), quantity, ...price };
    },
  );
  const code = checkout?.discountApplications?.find(({ type }) => type === 'DISCOUNT_CODE')?.title;
  const { totalPrice, currencyCode } = checkout ?? {};
  const total = totalPrice && {
    currencyCode: totalPrice.currencyCode ?? currencyCode ?? '',
    amount: totalPrice.amount ?? NaN,
  };
  return { items, ...worth(total ?? undefined), ...(code && { coupon: code }) };
}

function lines(cartLines: readonly (CartLine | null | undefined)[]): ItemsParams {
  const present = cartLines.filter((line) => line !== null && line !== undefined);
  const items = present.map(({ merchandise = {}, quantity = 1 }) => ({
    ...itemOf(merchandise),
    quantity,
  }));
  const [first] = present;
  return {
    items,
    ...(present.length === 1 && worth(first?.cost?.totalAmount)),
  };
}

function variants(list: readonly (Variant | null | undefined)[]): ItemsParams {
  const present = list.filter((variant) => variant !== null && variant !== undefined);
  return {
    items: present.map((variant) => itemOf(variant)),
    ...(present.length === 1 && worth(present[0]?.price ?? undefined)),
  };
}

function itemOf({ sku, id, title, price, product }: Variant, name?: string | null): Item {
  return known({
    item_id: sku || plain(product?.id) || plain(id),
    item_name: product?.title ?? name,
    item_variant: title === 'Default Title' ? undefined : title,
    item_brand: product?.vendor,
    item_category: product?.type,
    price: amount(price),
  }) as Item;
}

function worth(price: Price | undefined): ItemsParams {
  const value = amount(price);
  return value === undefined || !price?.currencyCode ? {} : { value, currency: price.currencyCode };
}

function amount(price: Price | null | undefined): number | undefined {
  const value = Number(price?.amount ?? NaN);
  return value >= 0 ? value : undefined;
}

function paidBy(checkout: Checkout | null | undefined): string | undefined {
  const [transaction] = checkout?.transactions ?? [];
  return transaction?.paymentMethod?.type ?? transaction?.gateway;
}

/** `gid://shopify/OrderIdentity/5551` as `5551`. */
function plain(id: string | null | undefined): string | undefined {
  return id?.replace(/^gid:\/\/.*\//, '') || undefined;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function known(fields: Record<string, unknown>): CustomParams {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  ) as CustomParams;
}
