import { describe, expect, it } from 'vitest';
import { ADDRESS, CARD, CONTACT, newShop, shopper, upToPayment } from './shopper.ts';

describe('the checkout', () => {
  it.each([
    ['/checkout', '/cart'],
    ['/checkout/payment', '/cart'],
    ['/fast-checkout/shipping', '/cart'],
  ])('leads from %s to %s while the cart is empty', async (from, to) => {
    expect((await shopper().open(from)).path).toBe(to);
  });

  it.each(['/checkout/contact', '/fast-checkout'])('starts with %s', async (contact) => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const payment = `${contact.replace(/\/contact$/, '')}/payment`;
    expect((await ada.open(payment)).path).toBe(contact);
  });

  it('shows what is wrong under each field, and keeps what was typed', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { status, html } = await ada.send('/checkout/contact', { email: 'ada@', name: '' });
    expect(status).toBe(422);
    expect(html).toContain('This does not look like an e-mail address.');
    expect(html).toContain('Please enter a name.');
    expect(html).toContain('value="ada@"');
  });

  it('shows the cost of shipping first at the shipping step', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const cart = await ada.open('/cart');
    const contact = await ada.open('/checkout/contact');
    const shipping = await ada.send('/checkout/contact', CONTACT);
    expect(cart.html + contact.html).not.toContain('€4.90');
    expect(shipping.html).toContain('€4.90');
  });

  it('adds coupon and shipping up to what the card pays', async () => {
    const ada = await upToPayment();
    await ada.send('/cart/coupon', { coupon: 'SPRING10' });
    const payment = await ada.send('/checkout/shipping', { ...ADDRESS, tier: 'courier' });
    expect(payment.html).toContain('Pay €70.50');
    const order = await ada.send('/checkout/payment', CARD);
    expect(order.path).toMatch(/^\/orders\/FF-[0-9A-F]{8}$/);
    expect(order.html).toContain('Thank you, Ada');
    expect(order.html).toContain('€70.50');
  });

  it('declines a card ending in 0002, charges nothing, and takes the next one', async () => {
    const ada = await upToPayment();
    const declined = await ada.send('/checkout/payment', { ...CARD, number: '4000000000000002' });
    expect(declined.status).toBe(402);
    expect(declined.html).toMatch(/role="alert">\s*Your bank declined this card/);
    expect((await ada.open('/cart')).html).toContain('Brass Compass');
    expect((await ada.send('/checkout/payment', CARD)).html).toContain('Thank you');
  });

  it('keeps no more of the card than its last digits', async () => {
    const ada = await upToPayment();
    const { html } = await ada.send('/checkout/payment', CARD);
    expect(html).toContain('Card ending in 4242');
    expect(html).not.toContain(CARD.number);
  });

  it('leads a second click on "Pay" to the order of the first', async () => {
    const ada = await upToPayment();
    const first = await ada.send('/checkout/payment', CARD);
    const second = await ada.send('/checkout/payment', CARD);
    expect(second.path).toBe(first.path);
  });

  it('leaves the cart empty, and the next order begins from nothing', async () => {
    const ada = await upToPayment();
    await ada.send('/cart/coupon', { coupon: 'SPRING10' });
    await ada.send('/checkout/payment', CARD);
    expect((await ada.open('/cart')).html).toContain('Nothing packed yet');
    await ada.send('/products/star-wheel', { quantity: '1' });
    expect((await ada.open('/checkout/payment')).path).toBe('/checkout/contact');
    await ada.send('/checkout/contact', CONTACT);
    const { path, html } = await ada.open('/checkout/payment');
    expect(path).toBe('/checkout/shipping');
    expect(html).not.toContain('SPRING10');
  });

  it('shows an order to nobody else', async () => {
    const shop = newShop();
    const [ada, grace] = [shopper(shop), shopper(shop)];
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { path } = await ada.send('/checkout/wallet');
    expect((await ada.open(path)).status).toBe(200);
    expect((await grace.open(path)).status).toBe(404);
  });

  it('is paid at once by wallet, post included', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { path, html } = await ada.send('/checkout/wallet');
    expect(path).toMatch(/^\/orders\//);
    expect(html).toContain('Express wallet');
    expect(html).toContain('€64.00');
  });
});

describe('the fast checkout', () => {
  it('answers a script with the next step, and its parts of the page', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    expect((await ada.sendByScript('/fast-checkout', CONTACT)).url).toBe('/fast-checkout/shipping');

    const shipped = await ada.sendByScript('/fast-checkout/shipping', ADDRESS);
    expect(shipped.url).toBe('/fast-checkout/payment');
    expect(shipped.parts['payment-form']).toContain('Pay €68.90');
    expect(shipped.parts.summary).toContain('€68.90');

    const paid = await ada.sendByScript('/fast-checkout/payment', CARD);
    expect(paid.url).toMatch(/^\/orders\//);
    expect(paid.parts.main).toContain('Thank you, Ada');
  });

  it('answers what is wrong with the same form again', async () => {
    const ada = shopper();
    await ada.send('/products/brass-compass', { quantity: '1' });
    const { status, url, parts } = await ada.sendByScript('/fast-checkout', { name: 'Ada' });
    expect(status).toBe(422);
    expect(url).toBeUndefined();
    expect(parts['contact-form']).toContain('Please enter an e-mail address.');
  });
});
