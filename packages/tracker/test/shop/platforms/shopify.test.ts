import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { html, jsonLd, seen } from './shopPage.ts';

/** As the platform shows a placed order: with a checkout of its own making, and with the one before. */
const PLACED = `<main><div role="status"><p>Confirmation #RX4K2PL9B</p><h2>Thank you, Ada!</h2></div><section><h2>Your order is confirmed</h2></section>
  <aside><h3>Order summary</h3><div role="row"><span>Subtotal</span> <span>£25.00</span></div><div role="row"><span>Shipping</span> <span>£4.95</span></div><div role="row"><strong>Total</strong> <span>GBP</span> <strong>£29.95</strong></div></aside></main>`;
const PLACED_BEFORE = `<div class="content"><aside class="sidebar"><table class="total-line-table"><tbody><tr class="total-line"><th>Subtotal</th><td>£25.00</td></tr><tr class="total-line"><th>Shipping</th><td>£4.95</td></tr></tbody>
  <tfoot><tr class="total-line"><th>Total</th><td><span class="payment-due__currency">GBP</span> <span class="payment-due__price">£29.95</span></td></tr></tfoot></table></aside>
  <div class="os-header__heading"><span class="os-order-number">Order #1001</span><h2 class="os-header__title">Thank you Ada!</h2></div></div>`;

function shopify({ method, url, body }: Asked): Answered | undefined {
  const line = {
    id: 41,
    variant_id: 41,
    product_id: 9,
    sku: 'SOCK-1',
    title: 'Socks - Red',
    product_title: 'Socks',
    variant_title: 'Red',
    vendor: 'Knit',
    product_type: 'Wear',
    price: 1250,
    quantity: 2,
  };
  const head =
    '<script>window.Shopify = { shop: "x.example", currency: { active: "GBP" } };</script>';
  switch (`${method} ${url.pathname}`) {
    case 'GET /products/socks':
      return html(
        head +
          jsonLd({
            name: 'Socks',
            sku: 'SOCK-1',
            offers: { price: '12.50', priceCurrency: 'GBP' },
          }),
        `<main><h1>Socks</h1><form action="/cart/add" method="post"><input type="hidden" name="id" value="41"><input name="quantity" value="2"><button name="add">Add to cart</button></form></main>
        <script>document.querySelector('form').onsubmit = async (event) => { event.preventDefault();
          await fetch('/cart/add.js', { method: 'POST', body: new FormData(event.target), headers: { accept: 'application/javascript' } }); await fetch('/cart.js'); };</script>`,
      );
    case 'POST /cart/add.js':
      // https://shopify.dev/docs/api/ajax/reference/cart#error-responses
      return /name="quantity"\s+99/.test(body)
        ? { status: 422, json: { status: 422, message: 'Cart Error', description: 'Sold out' } }
        : { json: line };
    case 'GET /checkouts/cn/Z2NwLWV1cm9wZQ':
      return html(
        head,
        '<h1>Checkout</h1><a href="/checkouts/cn/Z2NwLWV1cm9wZQ/thank-you">Pay</a>',
      );
    case 'GET /checkouts/cn/Z2NwLWV1cm9wZQ/thank-you':
      return html(head, PLACED);
    case 'GET /4711/checkouts/8f2d0c':
      return html(head, '<h1>Checkout</h1><a href="/4711/checkouts/8f2d0c/thank_you">Pay</a>');
    case 'GET /4711/checkouts/8f2d0c/thank_you':
      return html(head, PLACED_BEFORE);
    case 'POST /cart/change.js':
      return {
        json: { item_count: 0, items: [], currency: 'GBP', items_removed: [line], items_added: [] },
      };
    case 'GET /cart.js':
      return { json: { item_count: 2, total_price: 2500, currency: 'GBP', items: [line] } };
    case 'GET /cart':
      return html(
        head,
        `<main><h1>Your cart</h1><button id="out" onclick="fetch('/cart/change.js', { method: 'POST', body: JSON.stringify({ line: 1, quantity: 0 }) })">Remove</button></main><script>setTimeout(() => fetch('/cart.js'), 300)</script>`,
      );
    default:
      return undefined;
  }
}

const SOCKS = {
  item_id: 'SOCK-1',
  item_name: 'Socks',
  item_variant: 'Red',
  item_brand: 'Knit',
  item_category: 'Wear',
  price: 12.5,
  quantity: 2,
};

describeShop('Shopify', shopify, (visit) => {
  it('is followed into the cart and out of it', async () => {
    await visit.open('/products/socks');
    await visit.ask(/cart\.js/, () => visit.page.click('[name=add]'));
    await visit.open('/cart');
    await visit.ask(/change\.js/, () => visit.page.click('#out'));
    const goods = { items: [SOCKS], currency: 'GBP', value: 25 };
    expect(seen(visit)).toEqual([
      [
        'view_item',
        {
          items: [{ item_id: 'SOCK-1', item_name: 'Socks', price: 12.5 }],
          currency: 'GBP',
          value: 12.5,
        },
      ],
      ['add_to_cart', goods],
      ['view_cart', goods],
      ['remove_from_cart', goods],
    ]);
    expect(visit.told[1]?.params.inferred).toBe('shopify');
    expect(visit.errors).toEqual([]);
  });

  it('has nothing added that is sold out', async () => {
    await visit.open('/products/socks');
    await visit.page.fill('[name=quantity]', '99');
    await visit.ask(/cart\.js/, () => visit.page.click('[name=add]'));
    expect(visit.types()).toEqual(['view_item']);
  });

  it.each([
    ['/checkouts/cn/Z2NwLWV1cm9wZQ', 'RX4K2PL9B'],
    ['/4711/checkouts/8f2d0c', '1001'],
  ])('counts the order of %s once', async (path, transaction_id) => {
    const { page } = visit;
    await visit.open(path);
    await visit.leave(() => page.click('a'));
    await visit.leave(() => page.reload());
    expect(seen(visit)).toEqual([
      ['begin_checkout', {}],
      ['purchase', { transaction_id, currency: 'GBP', value: 29.95 }],
    ]);
    expect(visit.errors).toEqual([]);
  });
});
