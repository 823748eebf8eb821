import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from './describeShop.ts';

const page = (title: string, main: string, count = 0) => ({
  html: `<!doctype html><html lang="de"><head><title>${title} – Lampenladen</title></head><body>
    <header><a href="/">Lampenladen</a> <a href="/warenkorb">Warenkorb (${count})</a></header>
    <main>${main}</main>
    <footer><form action="/newsletter" method="post"><input type="email" name="mail"><button>Anmelden</button></form></footer>
  </body></html>`,
});

const PRODUCT = `<h1>Lampe „Mond“</h1>
  <p class="preis"><del>1.399,00 €</del> <strong>1.249,50 €</strong> inkl. MwSt.</p>
  <form method="post" action="/warenkorb/hinzufuegen">
    <input type="hidden" name="artikel" value="77">
    <select name="farbe" aria-label="Farbe"><option value="">Bitte wählen</option><option value="w">Weiß</option></select>
    <input type="number" name="menge" value="1" min="1">
    <button>In den Warenkorb</button>
  </form>
  <section><h2>Dazu passt</h2><ul><li><a href="/lampen/stern"><img alt=""><h3>Stern</h3></a> 19,90 €
    <form method="post" action="/warenkorb/hinzufuegen"><input type="hidden" name="artikel" value="78"><button>In den Warenkorb</button></form></li></ul></section>`;

const sum = (euros: string) => `<dl><dt>Gesamtsumme</dt><dd>${euros} €</dd></dl>`;

/** Rendered by its server: every act is a form, every answer a page. */
function lampShop({ method, url, body, session }: Asked): Answered | undefined {
  const count = Number(session.count ?? 0);
  const form = new URLSearchParams(body);
  switch (`${method} ${url.pathname}`) {
    case 'GET /':
      return page('Willkommen', '<h1>Willkommen</h1><a href="/lampen/mond">Mond</a>', count);
    case 'GET /lampen/mond':
      return page('Mond', PRODUCT, count);
    case 'POST /warenkorb/hinzufuegen':
      session.count = count + Number(form.get('menge') ?? 1);
      return { to: '/warenkorb' };
    case 'POST /warenkorb/entfernen':
      session.count = 0;
      return { to: '/warenkorb' };
    case 'GET /warenkorb':
      return page(
        'Warenkorb',
        count
          ? `<h1>Ihr Warenkorb</h1><table><tr><th>Artikel</th><th>Menge</th><th>Preis</th><th>Summe</th></tr>
            <tr><td><a href="/lampen/mond">Lampe „Mond“</a></td><td><input name="menge" value="${count}"></td>
              <td>1.249,50 €</td><td>${count === 2 ? '2.499,00' : '1.249,50'} €</td>
              <td><form method="post" action="/warenkorb/entfernen"><button>Entfernen</button></form></td></tr>
            <tr><td colspan="3">Gesamtsumme</td><td>${count === 2 ? '2.499,00' : '1.249,50'} €</td></tr></table>
            <a href="/kasse/adresse">Zur Kasse</a>`
          : '<h1>Warenkorb</h1><p>Ihr Warenkorb ist leer.</p>',
        count,
      );
    case 'GET /kasse/adresse':
      return page(
        'Kasse',
        `<h1>Ihre Adresse</h1>${url.searchParams.has('fehler') ? '<p role="alert">PLZ?</p>' : ''}
        <form method="post"><input name="email" type="email" autocomplete="email"><input name="strasse" autocomplete="street-address">
        <input name="plz" autocomplete="postal-code"><button>Weiter</button></form>
        <section><h2>Abholung</h2>${sum('2.499,00')}</section><section><h2>Lieferung</h2>${sum('2.503,90')}</section>`,
      );
    case 'POST /kasse/adresse':
      return { to: form.get('plz') ? '/kasse/versand' : '/kasse/adresse?fehler=plz' };
    case 'GET /kasse/versand':
      return page(
        'Kasse',
        `<h1>Versand</h1><form method="post"><label><input type="radio" name="versandart" checked> DHL</label><button>Weiter</button></form>${sum('2.499,00')}`,
      );
    case 'POST /kasse/versand':
      return { to: '/kasse/zahlung' };
    case 'GET /kasse/zahlung':
      return page(
        'Kasse',
        `<h1>Zahlung</h1><form method="post"><input autocomplete="cc-number" name="karte"><button>Zahlungspflichtig bestellen</button></form>${sum('2.503,90')}`,
      );
    case 'POST /kasse/zahlung':
      session.count = 0;
      return { to: '/danke' };
    case 'GET /danke':
      return page(
        'Vielen Dank',
        `<h1>Vielen Dank für Ihre Bestellung!</h1><p>Bestellnummer: <strong>LL-20443</strong></p>
        <dl><dt>Zwischensumme</dt><dd>2.499,00 €</dd><dt>Versand</dt><dd>4,90 €</dd><dt>Gesamtsumme</dt><dd>2.503,90 €</dd></dl>`,
      );
    case 'GET /newsletter/danke':
      return page('Vielen Dank', '<h1>Vielen Dank für Ihre Anmeldung</h1>');
    default:
      return undefined;
  }
}

const LAMP = { item_id: '/lampen/mond', item_name: 'Lampe „Mond“', price: 1249.5 };
const inferred = 'generic';

describeShop('a German shop of forms that no preset knows', lampShop, (visit) => {
  it('is understood from the product to the order, and tells nothing twice', async () => {
    const { page } = visit;
    await visit.open('/');
    await visit.leave(() => page.click('main a'));
    // Nothing chosen yet: the shop would ask.
    await page.fill('[name=menge]', '2');
    await page.selectOption('[name=farbe]', 'w');
    await visit.leave(() => page.click('h1 ~ form button'));
    await visit.leave(() => page.click('text=Zur Kasse'));
    await page.fill('[name=email]', 'ada@example.com');
    await visit.leave(() => page.click('main button'));
    await page.fill('[name=plz]', '12345');
    await visit.leave(() => page.click('main button'));
    await visit.leave(() => page.click('main button'));
    await visit.leave(() => page.click('main button'));
    await visit.leave(() => page.reload());
    await visit.leave(() => page.goBack());

    expect(visit.told.map(({ type, params }) => [type, params])).toEqual([
      ['view_item', { items: [LAMP], currency: 'EUR', value: 1249.5, inferred }],
      [
        'add_to_cart',
        { items: [{ ...LAMP, quantity: 2 }], currency: 'EUR', value: 2499, inferred },
      ],
      ['view_cart', { items: [{ ...LAMP, quantity: 2 }], currency: 'EUR', value: 2499, inferred }],
      // Of two sums, which one it will be is not known yet.
      ['begin_checkout', { inferred }],
      ['checkout_step', { step: 'address', inferred }],
      ['add_shipping_info', { currency: 'EUR', value: 2503.9, inferred }],
      ['add_payment_info', { currency: 'EUR', value: 2503.9, inferred }],
      ['purchase', { transaction_id: 'LL-20443', currency: 'EUR', value: 2503.9, inferred }],
    ]);
    expect(visit.errors).toEqual([]);
  });

  it('has no product added while a variant is still to be chosen', async () => {
    await visit.open('/lampen/mond');
    await visit.leave(() => visit.page.click('h1 ~ form button'));
    expect(visit.types()).toEqual(['view_item', 'view_cart']);
  });

  it('has the product of the card added whose button was pressed', async () => {
    await visit.open('/lampen/mond');
    await visit.leave(() => visit.page.click('li button'));
    expect(visit.told[1]).toMatchObject({
      type: 'add_to_cart',
      params: {
        items: [{ item_id: '/lampen/stern', item_name: 'Stern', price: 19.9, quantity: 1 }],
      },
    });
  });

  it('has a cart that is emptied', async () => {
    await visit.open('/lampen/mond');
    await visit.page.selectOption('[name=farbe]', 'w');
    await visit.leave(() => visit.page.click('h1 ~ form button'));
    await visit.leave(() => visit.page.click('text=Entfernen'));
    expect(visit.told.slice(3)).toMatchObject([
      { type: 'remove_from_cart', params: { items: [LAMP], value: 1249.5, currency: 'EUR' } },
      { type: 'view_cart', params: { items: [], value: 0 } },
    ]);
  });

  it('does not take a newsletter for an order', async () => {
    await visit.open('/newsletter/danke');
    expect(visit.types()).toEqual([]);
  });
});
