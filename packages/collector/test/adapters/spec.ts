/** A product as Segment's e-commerce spec has it. */
export const MUG = {
  product_id: 'p-77',
  sku: 'MUG-B',
  name: 'Mug – größer',
  brand: 'Clay & Co',
  category: 'Kitchen',
  variant: 'blue / 青',
  price: 12.5,
  quantity: 2,
  coupon: 'SPRING',
  position: 3,
  url: 'https://shop.example/p/mug',
  image_url: 'https://shop.example/p/mug.jpg',
};

/** The same as GA4's item. */
export const MUG_ITEM = {
  item_id: 'p-77',
  item_name: 'Mug – größer',
  item_brand: 'Clay & Co',
  item_category: 'Kitchen',
  item_variant: 'blue / 青',
  price: 12.5,
  quantity: 2,
  coupon: 'SPRING',
  index: 3,
};

export const ORDER = {
  checkout_id: 'c-1',
  order_id: 'O-1001',
  total: 34.9,
  revenue: 25,
  shipping: 4.9,
  tax: 5,
  currency: 'EUR',
  products: [MUG],
};
