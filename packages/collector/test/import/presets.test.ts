import { afterEach, describe, expect, it } from 'vitest';
import { stableId } from '../../src/adapters/stableId.ts';
import { createHistory, fixture } from './history.ts';

const GUITAR = { item: 'GTR-1', quantity: 1, price: 19900 };
const STRINGS = { item: 'STR-9', name: 'Strings', quantity: 2, price: 950 };

/** What must never be found in a database: all fixtures have the same made-up person. */
const PERSONAL = /mail\.example"|Ada|Muster|203\.0|\+49|s3cret/i;

let history: Awaited<ReturnType<typeof createHistory>>;
afterEach(() => history.remove());

/** Imports a fixture, and an export made later that has it in it: the second adds nothing. */
async function importTwice(preset: string, name: string, later: (text: string) => string) {
  history = await createHistory(preset);
  const first = await history.read(name, fixture(name));
  const [touchpoints, journeys] = [await history.touchpoints(), await history.journeys()];

  const again = await history.read(name, fixture(name));
  expect(again.out).toContain('Already imported');
  const second = await history.read(`later-${name}`, later(fixture(name)));
  expect(second.out).toMatch(/: 0 touchpoints added, [1-9]\d* there already/);
  expect(await history.touchpoints()).toEqual(touchpoints);

  expect(JSON.stringify(touchpoints)).not.toMatch(PERSONAL);
  return { out: first.out, problems: first.err.trim().split('\n'), touchpoints, journeys };
}

/** The same lines the other way round: BigQuery's have no order. */
const reversed = (text: string) => text.trim().split('\n').reverse().join('\n');

describe('ga4-bigquery', () => {
  it('has the carts and orders of the export, under the same ids whatever its order', async () => {
    const { out, problems, journeys } = await importTwice(
      'ga4-bigquery',
      'ga4-bigquery.ndjson',
      reversed,
    );
    expect(out).toContain('10 touchpoints added');
    expect(out).toContain('2 left out');
    expect(problems).toEqual([
      'line 13: event_timestamp: expected epoch microseconds, got "yesterday"',
      'line 14: page_view: expected a visitor or a user, got neither',
    ]);
    expect(journeys).toMatchObject([
      {
        person: 'u:c-77',
        startedAt: Date.UTC(2026, 10, 10, 9, 0, 0, 123),
        entry: { channelGroup: 'Email', device: 'mobile', country: 'DE' },
        cart: {
          amount: 22290,
          deepest: 'shipping',
          lines: [GUITAR, STRINGS],
          order: { id: 'A-1001', amount: 22290, confirmed: false },
        },
      },
      {
        person: 'v:2277002344.1762772400',
        entry: { device: 'desktop' },
        stage: 'cart',
        cart: { amount: 1900, lines: [STRINGS], stops: [{ step: 'cart' }] },
      },
    ]);
    expect(journeys[1]?.cart).not.toHaveProperty('order');
  });

  it('takes over what a shopper did, and nothing that Google counts for itself', async () => {
    const { touchpoints } = await importTwice('ga4-bigquery', 'ga4-bigquery.ndjson', reversed);
    expect(touchpoints.map(({ type }) => type)).not.toContain('session_start');
    const [pageView] = touchpoints;
    expect(pageView).toMatchObject({
      url: 'https://shop.example/?utm_source=news&utm_medium=email',
      referrer: 'https://mail.example/',
    });
    expect(pageView?.params).toEqual({ session_id: '1762768400' });
    const purchase = touchpoints.find(({ type }) => type === 'purchase');
    expect(Object(purchase?.params?.items)[0]).toEqual({
      item_id: 'GTR-1',
      item_name: 'Travel guitar',
      item_brand: 'Ibo',
      item_variant: 'red',
      item_category: 'Guitars',
      price: 199,
      quantity: 1,
    });
  });

  it.each([
    ['of what stands beside the params', 'purchase', { value: 222.9, transaction_id: 'A-1001' }],
    ['of what was given back', 'refund', { value: 50, transaction_id: 'A-1001' }],
  ])('has an order %s', async (_, event_name, params) => {
    history = await createHistory('ga4-bigquery');
    const row = {
      event_name,
      event_timestamp: '1794301680123456',
      user_pseudo_id: 'v1',
      ecommerce: { transaction_id: 'A-1001', purchase_revenue: '222.9', refund_value: 50 },
      event_params: [{ key: 'transaction_id', value: { string_value: '(not set)' } }],
    };
    await history.read('one.ndjson', JSON.stringify(row));
    expect((await history.touchpoints())[0]?.params).toEqual(params);
  });

  it('says what it expects of another file', async () => {
    history = await createHistory('ga4-bigquery');
    const { code, err } = await history.read('events.csv', 'event_name,user\npage_view,1\n');
    expect(code).not.toBe(0);
    expect(err).toMatch(/Expected one JSON object a line in .*events\.csv, got CSV/);
  });
});

describe('shopify-orders', () => {
  const withoutFirst = (text: string) => text.replace(/\n"?#1001[\s\S]*(?=\n#1002)/, '');

  it('has an order of all its rows, confirmed, with what was given back or cancelled', async () => {
    const { problems, journeys } = await importTwice(
      'shopify-orders',
      'shopify-orders.csv',
      withoutFirst,
    );
    expect(problems).toEqual([
      expect.stringMatching(/^line 8: Created at: expected a time such as .*, got "soon"$/),
    ]);
    expect(journeys.map(({ cart }) => cart?.order)).toMatchObject([
      { id: '5550001001', amount: 22290, refunded: 0, confirmed: true },
      { id: '5550001002', amount: 19900, refunded: 5000, confirmed: true },
      { id: '5550001003', amount: 1900, refunded: 1900, cancelled: true },
    ]);
    expect(journeys[0]?.startedAt).toBe(Date.UTC(2026, 10, 10, 9));
    expect(journeys[0]?.cart?.lines).toMatchObject([
      GUITAR,
      STRINGS,
      { item: 'Gift card', quantity: 1, price: 500 },
    ]);
    expect(journeys[2]?.entry.channel).toBe('store');
  });

  it('keeps of a shopper the hash of an address, else only which order it was', async () => {
    const { journeys } = await importTwice('shopify-orders', 'shopify-orders.csv', withoutFirst);
    expect(journeys.map(({ person }) => person)).toEqual([
      expect.stringMatching(/^u:sha256:[\da-f]{64}$/),
      expect.stringMatching(/^u:sha256:[\da-f]{64}$/),
      'v:order:5550001003',
    ]);
  });

  it('tells of rows whose first is missing, and makes no order of them', async () => {
    history = await createHistory('shopify-orders');
    const [header, , , second] = fixture('shopify-orders.csv').split('\n');
    const { err } = await history.read('cut.csv', `${header}\n${second}\n`);
    expect(err).toBe('line 2: Total: expected that of #1001, got nothing\n');
    expect(await history.touchpoints()).toEqual([]);
  });

  it('names the columns that another file lacks', async () => {
    history = await createHistory('shopify-orders');
    const { code, err } = await history.read('x.csv', fixture('shopify-checkouts.csv'));
    expect(code).not.toBe(0);
    expect(err).toContain('Expected the columns Financial Status, Paid at, Cancelled at, Refunded');
  });
});

describe('shopify-checkouts', () => {
  it('has a cart with the step that each came to', async () => {
    const { problems, journeys } = await importTwice(
      'shopify-checkouts',
      'shopify-checkouts.csv',
      (text) => text.replace(/\n#31001.*/g, ''),
    );
    expect(problems).toEqual([
      'line 5: Total: expected a number, got "about 20" (kept without it)',
      'line 6: Name: expected that of a checkout, got nothing',
    ]);
    expect(journeys).toMatchObject([
      {
        person: expect.stringMatching(/^u:sha256:/),
        stage: 'checkout',
        cart: { amount: 21800, lines: [GUITAR, STRINGS], deepest: 'shipping' },
      },
      { person: 'v:checkout:#31002', cart: { amount: 1900, deepest: 'checkout' } },
      // Its goods are worth what they cost.
      { person: 'v:checkout:#31003', cart: { amount: 1900, deepest: 'checkout' } },
    ]);
    expect(journeys[0]?.cart?.steps.map(({ step }) => step)).toEqual([
      'checkout',
      'contact',
      'address',
      'shipping',
    ]);
  });
});

describe('segment', () => {
  it('has a journey from a page to an order that the server vouches for', async () => {
    const { out, problems, journeys } = await importTwice('segment', 'segment.ndjson', reversed);
    expect(out).toContain('1 left out');
    expect(problems).toEqual([
      'line 7: event: expected a name, got none',
      'line 8: expected a JSON object, got "not json"',
    ]);
    expect(journeys).toMatchObject([
      {
        person: 'u:c-77',
        touchpoints: 5,
        cart: {
          lines: [GUITAR],
          order: { id: 'A-1001', amount: 20390, confirmed: true },
        },
      },
    ]);
  });

  it('has the ids that messages have when they come live', async () => {
    const { touchpoints } = await importTwice('segment', 'segment.ndjson', reversed);
    const ids = touchpoints.map(({ id }) => id);
    const names = ['ajs-next-1', 'ajs-next-2', 'ajs-next-3', 'ajs-next-4', 'node-1'];
    expect(ids).toEqual(await Promise.all(names.map((name) => stableId('segment', name))));
  });

  it('has an order that a browser told stay a claim', async () => {
    history = await createHistory('segment');
    const line = fixture('segment.ndjson').split('\n')[4] ?? '';
    await history.read('one.ndjson', line.replace('"channel": "server"', '"channel": "client"'));
    const [purchase] = await history.touchpoints();
    expect(purchase?.type).toBe('purchase');
    expect(purchase).not.toHaveProperty('confirmed');
  });
});

describe('matomo', () => {
  it('has the actions of each visit, its order and its abandoned cart', async () => {
    const { out, problems, journeys, touchpoints } = await importTwice(
      'matomo',
      'matomo.ndjson',
      reversed,
    );
    expect(out).toContain('8 touchpoints added');
    expect(problems).toEqual([
      'line 3: idVisit, actionDetails: expected a visit with its actions, got "803"',
    ]);
    expect(touchpoints.map(({ type }) => type)).toEqual([
      'page_view',
      'search',
      'view_item',
      // Twice in one second is twice.
      'size_guide_opened',
      'size_guide_opened',
      'purchase',
      'page_view',
      'view_cart',
    ]);
    expect(journeys).toMatchObject([
      {
        person: 'v:8f3a1b2c4d5e6f70',
        entry: {
          referrer: 'https://search.example/?q=guitar',
          device: 'mobile',
          country: 'KR',
        },
        cart: { lines: [GUITAR, STRINGS], order: { id: 'A-1001', amount: 22290 } },
      },
      {
        person: 'v:1b2c4d5e6f708f3a',
        cart: { amount: 1900, lines: [STRINGS], stops: [{ step: 'cart' }] },
      },
    ]);
  });

  it('adds what a visit has gone on with since', async () => {
    history = await createHistory('matomo');
    const [visit = ''] = fixture('matomo.ndjson').split('\n');
    const { actionDetails, ...rest } = JSON.parse(visit);
    const early = { ...rest, actionDetails: actionDetails.slice(0, 4) };
    await history.read('early.ndjson', JSON.stringify(early));
    const { out } = await history.read('late.ndjson', visit);
    expect(out).toContain('2 touchpoints added, 4 there already');
  });
});

describe('contacts', () => {
  it('has calls, mails and visits to a store, each in its channel', async () => {
    const { problems, touchpoints } = await importTwice('contacts', 'contacts.csv', (text) =>
      text.replaceAll(',', ';'),
    );
    expect(problems).toEqual([
      'line 5: visitor: expected an id, got nothing',
      expect.stringMatching(/^line 6: at: expected a time such as .*, got "10\/11\/2026"$/),
    ]);
    expect(touchpoints.map(({ type, channel, user }) => [type, channel, user])).toEqual([
      ['call', 'phone', 'c-77'],
      ['mail_answered', 'email', expect.stringMatching(/^sha256:/)],
      ['store_visit', 'store', 'c-77'],
    ]);
  });
});
