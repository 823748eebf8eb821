import { withoutMissing } from '../../import/withoutMissing.ts';
import { asText } from '../asText.ts';
import type { Params } from '../told.ts';

/** Fields of a product that an item has by another name, or that say nothing about a way to an order. */
export const PRODUCT_FIELDS: ReadonlySet<string> = new Set([
  'product_id',
  'sku',
  'name',
  'variant',
  'brand',
  'category',
  'price',
  'quantity',
  'position',
  'image_url',
  'url',
]);

/**
 * A product of Segment's e-commerce spec as GA4's item.
 *
 * @see https://segment.com/docs/connections/spec/ecommerce/v2/
 */
export function toItem(product: Params): Params {
  return withoutMissing({
    item_id: asText(product.product_id) ?? asText(product.sku) ?? asText(product.id),
    item_name: asText(product.name),
    item_variant: asText(product.variant),
    item_brand: asText(product.brand),
    item_category: asText(product.category),
    coupon: asText(product.coupon),
    price: product.price,
    quantity: product.quantity,
    index: product.position,
  });
}
