import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from './describeShop.ts';

/** An app of one page: routes by history, products from an API, a cart by GraphQL, a checkout of one address. */
const APP = `<!doctype html><html lang="en-GB"><head><title>Teas</title></head><body>
  <header><a href="/" data-link>Teas</a> <a href="/cart" data-link>Cart <span class="cart-count"></span></a></header>
  <main id="app">Loading…</main>
  <script>
    const teas = { sencha: ['Sencha', 12.5], assam: ['Assam', 9] };
    let count = 0;
    const app = document.getElementById('app');
    const later = () => new Promise((resolve) => setTimeout(resolve, 300));
    const gql = (query, variables) => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }) }).then((answer) => answer.json());
    async function show() {
      const path = location.pathname;
      await later();
      if (path === '/') app.innerHTML = '<h1>All teas</h1>' + Object.entries(teas).map(([slug, [name, price]]) =>
        '<article><a href="/tea/' + slug + '" data-link><h2>' + name + '</h2></a><span class="price">£' + price + '</span><button class="add" data-slug="' + slug + '">Add to bag</button></article>').join('');
      else if (path.startsWith('/tea/')) { const [name, price] = teas[path.slice(5)];
        app.innerHTML = '<h1>' + name + '</h1><p class="price">£' + price.toFixed(2) + '</p><label>Qty <input type="number" name="quantity" value="1"></label><button class="add" data-slug="' + path.slice(5) + '">Add to bag</button><p id="said"></p>';
        document.head.querySelector('[type="application/ld+json"]')?.remove();
        const script = document.createElement('script'); script.type = 'application/ld+json';
        script.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name, sku: 'T-' + name, brand: { name: 'Teas' }, offers: { '@type': 'Offer', price, priceCurrency: 'GBP' } });
        document.head.append(script); }
      else if (path === '/cart') app.innerHTML = '<h1>Your cart</h1><p>' + count + ' teas</p><button id="go">Checkout</button>';
      else if (path === '/checkout') step('contact');
    }
    function step(name) {
      app.innerHTML = { contact: '<h1>Checkout</h1><form><input autocomplete="email" name="e"><button>Next</button></form>',
        address: '<h1>Checkout</h1><form><input autocomplete="shipping street-address" name="s"><input autocomplete="shipping postal-code" name="z"><button>Next</button></form>',
        payment: '<h1>Checkout</h1><form><input autocomplete="cc-number" name="c"><button>Pay</button></form>' }[name]
        ?? '<h1>Thank you for your order</h1><p>Order number: TEA-5501</p><p>Total: £25.00</p>';
      if (app.querySelector('form')) app.querySelector('form').onsubmit = async (event) => {
        event.preventDefault();
        const { data } = await gql('mutation Step($v: String) { checkoutStepUpdate(v: $v) { next } }', { v: app.querySelector('input').value });
        if (data.checkoutStepUpdate.next) step(data.checkoutStepUpdate.next);
      };
    }
    document.addEventListener('click', async (event) => {
      const link = event.target.closest('[data-link]');
      if (link) { event.preventDefault(); history.pushState({}, '', link.href); show(); }
      if (event.target.id === 'go') { history.pushState({}, '', '/checkout'); show(); }
      if (event.target.matches('.add')) {
        const quantity = Number(document.querySelector('[name=quantity]')?.value ?? 1);
        const send = () => gql('mutation CartLinesAdd($lines: [Line!]!) { cartLinesAdd(lines: $lines) { cart { count } userErrors { message } } }', { lines: [{ id: event.target.dataset.slug, quantity }] });
        let { data } = await send();
        if (data.cartLinesAdd.again) ({ data } = await send());
        const { cart, userErrors } = data.cartLinesAdd;
        if (userErrors.length) document.getElementById('said').textContent = userErrors[0].message;
        else { count = cart.count; document.querySelector('.cart-count').textContent = count; }
      }
    });
    addEventListener('popstate', show);
    show();
  </script></body></html>`;

function teaShop({ method, url, body, session }: Asked): Answered | undefined {
  if (url.pathname !== '/graphql') return method === 'GET' ? { html: APP } : undefined;
  const { query, variables } = JSON.parse(body);
  if (/checkoutStepUpdate/.test(query)) {
    const next = { 'ada@example.com': 'address', 'Main Street': 'payment', '4242': 'done' };
    return {
      json: {
        data: { checkoutStepUpdate: { next: next[variables.v as keyof typeof next] ?? null } },
      },
    };
  }
  const [{ id, quantity }] = variables.lines;
  if (quantity > 9) {
    return {
      json: { data: { cartLinesAdd: { cart: null, userErrors: [{ message: 'Only 9 left' }] } } },
    };
  }
  session.tries = Number(session.tries ?? 0) + 1;
  session.count = Number(session.count ?? 0) + quantity;
  return {
    json: {
      data: {
        cartLinesAdd: {
          cart: { count: session.count },
          userErrors: [],
          again: id === 'assam' && session.tries === 1,
        },
      },
    },
  };
}

const SENCHA = { item_id: 'T-Sencha', item_name: 'Sencha', item_brand: 'Teas', price: 12.5 };

describeShop('an app with GraphQL that no preset knows', teaShop, (visit) => {
  const seen = () => visit.told.map(({ type, params: { inferred, ...params } }) => [type, params]);

  it('is understood while it moves on by itself', async () => {
    const { page } = visit;
    await visit.open('/');
    await page.click('text=Sencha');
    await visit.pass();
    await page.fill('[name=quantity]', '10');
    await visit.ask(/graphql/, () => page.click('.add'));
    await page.fill('[name=quantity]', '2');
    await visit.ask(/graphql/, () => page.click('.add'));
    await page.click('header >> text=Cart');
    await visit.pass();
    await page.click('#go');
    await visit.pass();
    await page.fill('input', 'nobody');
    await visit.ask(/graphql/, () => page.click('form button'));
    for (const value of ['ada@example.com', 'Main Street', '4242']) {
      await page.fill('input', value);
      await visit.ask(/graphql/, () => page.click('form button'));
      await visit.pass();
    }
    await page.goBack();
    await visit.pass();

    expect(seen()).toEqual([
      ['view_item', { items: [SENCHA], currency: 'GBP', value: 12.5 }],
      ['add_to_cart', { items: [{ ...SENCHA, quantity: 2 }], currency: 'GBP', value: 25 }],
      ['view_cart', {}],
      ['begin_checkout', {}],
      ['checkout_step', { step: 'contact' }],
      ['checkout_step', { step: 'address' }],
      ['purchase', { transaction_id: 'TEA-5501', currency: 'GBP', value: 25 }],
      ['view_cart', {}],
    ]);
    expect(visit.errors).toEqual([]);
  });

  it('has one product added when the shop itself asks twice, and then the next one', async () => {
    const { page } = visit;
    await visit.open('/');
    await visit.ask(/graphql/, () => page.click('[data-slug=assam]'));
    await visit.pass();
    await visit.ask(/graphql/, () => page.click('[data-slug=sencha]'));
    expect(seen()).toMatchObject([
      [
        'add_to_cart',
        { items: [{ item_name: 'Assam', price: 9, quantity: 1 }], value: 9, currency: 'GBP' },
      ],
      ['add_to_cart', { items: [{ item_name: 'Sencha', price: 12.5, quantity: 1 }] }],
    ]);
  });

  it('reads each product of its own, and an old one not again', async () => {
    const { page } = visit;
    await visit.open('/tea/sencha');
    await page.click('text=Teas');
    await visit.pass();
    await page.click('text=Assam');
    await visit.pass();
    expect(seen()).toMatchObject([
      ['view_item', { value: 12.5 }],
      ['view_item', { value: 9 }],
    ]);
  });
});
