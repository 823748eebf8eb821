import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInsight, tellings, watched } from './insight.ts';

const FORM = `<form>
  <input name="email" type="email" required autocomplete="email">
  <input name="phone" type="tel" required>
  <input name="zip" pattern="[0-9]{5}" autocomplete="postal-code">
  <input name="note">
  <input name="secret" type="password" required>
  <input autocomplete="cc-number" required>
</form>`;

describeInsight('fields left', (shop) => {
  const fields = () =>
    tellings(shop)
      .filter(([type]) => type === 'field_left')
      .map(([, params]) => params);

  const leave = async (page: Page) => {
    const { origin } = shop;
    await page.evaluate(() => {
      location.href = '/next';
    });
    await page.waitForURL('**/next');
    await shop.collector.until('the next page', () =>
      shop.collector
        .stored()
        .some(({ type, url }) => type === 'page_view' && url === `${origin}/next`),
    );
  };

  it('empty or invalid are told by name when the page is left, as they were last', async () => {
    shop.body = FORM;
    const page = await watched(shop, '/checkout');
    await page.locator('[name=email]').fill('ann');
    await page.locator('[name=phone]').click();
    await page.clock.runFor(3000);
    await page.locator('[name=zip]').fill('abc');
    await page.locator('[name=zip]').fill('12345');
    await page.locator('[name=note]').click();
    await page.locator('[name=secret]').click();
    await page.locator('[autocomplete=cc-number]').click();
    await leave(page);

    const state = (field: string, state: string) => ({ field, state, autofilled: false });
    expect(fields()).toMatchObject([
      state('email', 'invalid'),
      state('phone', 'empty'),
      state('secret', 'empty'),
      state('cc-number', 'empty'),
    ]);
    expect(JSON.stringify(shop.collector.requests)).not.toMatch(/ann|abc|12345/);
  });

  it('belong to the step where they were', async () => {
    shop.body = FORM;
    const page = await watched(shop, '/checkout/contact');
    await page.locator('[name=phone]').click();
    await page.evaluate(() => history.pushState({}, '', '/checkout/payment'));
    await page.locator('[name=note]').click();
    await leave(page);
    const left = shop.collector.stored().find(({ type }) => type === 'field_left');
    expect(left?.params?.page_location ?? left?.url).toBe(`${shop.origin}/checkout/contact`);
  });

  it.each([
    ['that nobody had been in', '/checkout', FORM, undefined],
    ['that may be empty', '/checkout', FORM, '[name=note]'],
    ['of a newsletter', '/', '<form><input name="email" type="email" required>', '[name=email]'],
  ])('are not those %s', async (_, path, body, field) => {
    shop.body = body;
    const page = await watched(shop, path);
    if (field) await page.locator(field).click();
    await leave(page);
    expect(fields()).toEqual([]);
  });

  it('of a form for an address are told anywhere', async () => {
    shop.body = FORM;
    const page = await watched(shop, '/box');
    await page.locator('[name=phone]').click();
    await leave(page);
    expect(fields()).toMatchObject([{ field: 'phone', state: 'empty' }]);
  });
});
