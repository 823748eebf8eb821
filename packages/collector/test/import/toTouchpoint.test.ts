import { describe, expect, it } from 'vitest';
import { type MappingArgs, parseMapping } from '../../src/import/parseMapping.ts';
import { toTouchpoint } from '../../src/import/toTouchpoint.ts';

const AT = Date.UTC(2024, 0, 2, 3, 4, 5);
const ROW = { at: '2024-01-02 03:04:05', type: 'view_item', visitor: 'v1' };
const UUID = '0192f8a0-0000-7000-8000-000000000001';

const NEEDED = ['at=at', 'type=type', 'visitor=visitor'];

function read(fields: Record<string, unknown>, args: MappingArgs = {}, line = 7) {
  const pairs = args.preset ? (args.pairs ?? []) : [...NEEDED, ...(args.pairs ?? [])];
  return toTouchpoint(parseMapping({ ...args, pairs }))(fields, line);
}

function touchpointOf(...row: Parameters<typeof read>) {
  const reading = read(...row);
  if (reading.kind !== 'touchpoint') throw new Error(JSON.stringify(reading));
  return reading.touchpoint;
}

function notesOf(...row: Parameters<typeof read>) {
  const reading = read(...row);
  return reading.kind === 'touchpoint' ? reading.notes : [JSON.stringify(reading)];
}

describe(toTouchpoint.name, () => {
  it('needs a time, a type and a visitor, and makes up no more than an id and an order', () => {
    expect(touchpointOf(ROW)).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      type: 'view_item',
      at: AT,
      seq: 7,
      visitor: 'v1',
    });
  });

  it('maps every field', () => {
    const columns = {
      id: UUID.toUpperCase(),
      seq: '3',
      user: 'u1',
      session: 's1',
      url: 'https://shop.example/p/1',
      referrer: 'https://search.example/',
      title: 'Guitar',
      channel: 'email',
      device: 'Smartphone',
      country: 'South Korea',
      confirmed: 'TRUE',
      item_id: '0042',
      item_name: 'Guitar',
      item_category: 'music',
      item_brand: 'Ibo',
      item_variant: 'red',
      price: '199,50',
      quantity: '2',
      value: '399.00',
      currency: 'EUR',
      transaction_id: '1001',
      coupon: 'SPRING',
      search_term: 'guitar',
      'params.tax': '12,5',
      'params.zip': '01067',
    };
    const pairs = Object.keys(columns).map((field) => `${field}=${field}`);
    expect(touchpointOf({ ...ROW, ...columns, type: 'purchase' }, { pairs })).toEqual({
      id: UUID,
      type: 'purchase',
      at: AT,
      seq: 3,
      visitor: 'v1',
      user: 'u1',
      url: 'https://shop.example/p/1',
      referrer: 'https://search.example/',
      title: 'Guitar',
      channel: 'email',
      device: 'mobile',
      country: 'KR',
      confirmed: true,
      params: {
        session_id: 's1',
        value: 399,
        currency: 'EUR',
        transaction_id: '1001',
        coupon: 'SPRING',
        search_term: 'guitar',
        tax: 12.5,
        zip: '01067',
        items: [
          {
            item_id: '0042',
            item_name: 'Guitar',
            item_category: 'music',
            item_brand: 'Ibo',
            item_variant: 'red',
            price: 199.5,
            order_line: 7,
            quantity: 2,
          },
        ],
      },
    });
  });

  it.each([[''], ['null'], ['NULL'], ['\\N'], ['NaN'], [' '], [undefined], [null]])(
    'takes %j for nothing',
    (nothing) => {
      const pairs = ['user=user', 'price=price', 'item_id=item', 'params.plan=plan'];
      const row = { ...ROW, user: nothing, price: nothing, item: nothing, plan: nothing };
      expect(Object.keys(touchpointOf(row, { pairs }))).toEqual(Object.keys(touchpointOf(ROW)));
      expect(notesOf(row, { pairs })).toEqual([]);
      expect(read({ ...ROW, visitor: nothing })).toMatchObject({ kind: 'problem' });
    },
  );

  it.each([
    [
      { at: 'x' },
      'at: expected a time such as 2019-10-01 00:00:00 UTC, 01.10.2019 00:00 or an epoch, got "x"',
    ],
    [
      { at: '' },
      'at: expected a time such as 2019-10-01 00:00:00 UTC, 01.10.2019 00:00 or an epoch, got nothing',
    ],
    [{ type: '' }, 'type: expected a name with letters, got nothing'],
    [{ type: '결제' }, 'type: expected a name with letters, got "결제"'],
    [{ visitor: '' }, 'visitor: expected an id, got nothing'],
    [{ visitor: 2 ** 60 }, 'visitor: expected an id, got 1152921504606847000'],
    [
      { type: '', visitor: '' },
      'type: expected a name with letters, got nothing; visitor: expected an id, got nothing',
    ],
  ])('tells what is wrong with %j', (cells, reason) => {
    expect(read({ ...ROW, ...cells })).toEqual({ kind: 'problem', reason });
  });

  it.each([
    ['price', 'n/a', 'price: expected a number such as 1234.5 or 1234,50, got "n/a"'],
    ['value', '1,234', 'value: expected a number such as 1234.5 or 1234,50, got "1,234"'],
    ['seq', '-1', 'seq: expected a whole number from 0, got "-1"'],
    ['device', 'smart tv', 'device: expected desktop, mobile or tablet, got "smart tv"'],
    ['country', 'Europe', 'country: expected a country such as DE or Germany, got "Europe"'],
    ['user', 2 ** 60, 'user: expected text or a number below 2^53, got 1152921504606847000'],
    ['params', 'x', 'params: expected an object, got "x"'],
    ['params.plan', {}, 'params.plan: expected text, a number or a list, got {}'],
  ])('keeps a touchpoint without a %s of %j, and notes it', (field, value, note) => {
    const row = { ...ROW, it: value };
    expect(notesOf(row, { pairs: [`${field}=it`] })).toEqual([note]);
    const { id, ...kept } = touchpointOf(row, { pairs: [`${field}=it`] });
    expect(kept).toEqual({ type: 'view_item', at: AT, seq: 7, visitor: 'v1' });
  });

  it('has the session, else the user, stand for a visitor that is not told', () => {
    const pairs = ['session=sid', 'user=uid'];
    const row = { ...ROW, sid: 's1', uid: 'u1' };
    expect(touchpointOf(row, { pairs }).visitor).toBe('v1');
    expect(touchpointOf({ ...row, visitor: '' }, { pairs }).visitor).toBe('s1');
    expect(touchpointOf({ ...row, visitor: '', sid: '' }, { pairs }).visitor).toBe('u1');
  });

  it('has no address of a user stand for a visitor: only a user is stored as a hash', () => {
    const row = { ...ROW, visitor: '', uid: 'ada@mail.example' };
    const touchpoint = touchpointOf(row, { pairs: ['user=uid'] });
    expect(touchpoint.user).toBe('ada@mail.example');
    expect(touchpoint).not.toHaveProperty('visitor');
  });

  it.each([
    ['home', 'page_view', undefined],
    ['mail given', 'checkout_step', { step: 'contact' }],
    ['declined', 'alert', { alert_type: 'PAYMENT_ERROR' }],
    ['support chat', 'support_chat', undefined],
    ['constructor', 'constructor', undefined],
  ])('makes a row of type %j %s', (name, type, params) => {
    const types = [
      'home=page_view',
      'mail given=checkout_step:contact',
      'declined=alert:PAYMENT_ERROR',
    ];
    const touchpoint = touchpointOf({ ...ROW, type: name }, { types });
    expect([touchpoint.type, touchpoint.params]).toEqual([type, params]);
  });

  it('leaves rows of a type out, however broken they are', () => {
    const types = ['ping=-'];
    expect(read({ type: 'ping', at: 'x' }, { types })).toEqual({ kind: 'leftOut' });
  });

  it('fills constants in', () => {
    const pairs = ['currency==EUR', 'type==purchase'];
    expect(touchpointOf(ROW, { pairs })).toMatchObject({
      type: 'purchase',
      params: { currency: 'EUR' },
    });
  });

  it('looks into nested JSON, and no further', () => {
    const pairs = ['item_id=product.id', 'params.a=product.constructor', 'params.b=visitor.length'];
    const { params } = touchpointOf({ ...ROW, product: { id: 33 } }, { pairs });
    expect(params).toEqual({ items: [{ item_id: '33' }] });
  });

  it('reads wall clock time in the zone', () => {
    expect(touchpointOf(ROW, { zone: 'Europe/Berlin' }).at).toBe(AT - 60 * 60 * 1000);
  });

  it('names an order only where there can be one', () => {
    const pairs = ['transaction_id=sid'];
    const params = (type: string) => touchpointOf({ ...ROW, type, sid: 's1' }, { pairs }).params;
    expect(params('add_to_cart')).toBeUndefined();
    expect(params('purchase')).toEqual({ transaction_id: 's1' });
    expect(params('refund')).toEqual({ transaction_id: 's1' });
  });

  describe('the id', () => {
    it('is the same for the same row on the same line, under any mapping', () => {
      const pairs = ['params.plan=plan', 'currency==EUR'];
      expect(touchpointOf(ROW, { pairs }).id).toBe(touchpointOf(ROW).id);
    });

    it('tells rows, and places of the same row, apart', () => {
      const ids = [
        touchpointOf(ROW, {}, 7).id,
        touchpointOf(ROW, {}, 8).id,
        touchpointOf({ ...ROW, unmapped: 'x' }, {}, 7).id,
      ];
      expect(new Set(ids).size).toBe(3);
    });

    it("stays the row's own, made a UUID if it is none, wherever the row is", () => {
      const pairs = ['id=id'];
      const idOf = (id: string, line: number) => touchpointOf({ ...ROW, id }, { pairs }, line).id;
      expect(idOf(UUID, 7)).toBe(UUID);
      expect(idOf('ev-1', 7)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8/);
      expect(idOf('ev-1', 7)).toBe(idOf('ev-1', 8));
      expect(idOf('ev-1', 7)).not.toBe(idOf('ev-2', 7));
    });
  });

  describe('presets', () => {
    const rees46 = {
      event_time: '2019-10-01 00:00:00 UTC',
      event_type: 'view',
      product_id: '44600062',
      category_id: '2103807459595387724',
      category_code: 'appliances.kitchen',
      brand: 'shiseido',
      price: '35.79',
      user_id: '541312140',
      user_session: '72d76fde',
    };
    const item = {
      item_id: '44600062',
      item_category: 'appliances.kitchen',
      item_brand: 'shiseido',
      price: 35.79,
    };

    it.each([
      ['view', 'view_item', {}],
      ['cart', 'add_to_cart', {}],
      ['remove_from_cart', 'remove_from_cart', {}],
      // Several purchases in a session are one order: each is a line of it.
      [
        'purchase',
        'purchase',
        { transaction_id: '72d76fde', items: [{ ...item, order_line: 12 }] },
      ],
    ])('rees46 makes %s %s', (event_type, type, order) => {
      expect(touchpointOf({ ...rees46, event_type }, { preset: 'rees46' }, 12)).toEqual({
        id: expect.any(String),
        type,
        at: Date.UTC(2019, 9, 1),
        seq: 12,
        visitor: '541312140',
        params: { value: 35.79, items: [item], ...order },
      });
    });

    it.each([
      ['view', '', 'view_item', {}],
      ['addtocart', '', 'add_to_cart', {}],
      [
        'transaction',
        '1001',
        'purchase',
        { transaction_id: '1001', items: [{ item_id: '355908', order_line: 2 }] },
      ],
    ])('retailrocket makes %s %s', (event, transactionid, type, order) => {
      const row = { timestamp: '1433221332117', visitorid: '257597', event, itemid: '355908' };
      expect(touchpointOf({ ...row, transactionid }, { preset: 'retailrocket' }, 2)).toEqual({
        id: expect.any(String),
        type,
        at: 1433221332117,
        seq: 2,
        visitor: '257597',
        params: { items: [{ item_id: '355908' }], ...order },
      });
    });

    it('cartograph gives back what was exported, but for when it was received', () => {
      const touchpoint = {
        id: UUID,
        type: 'purchase',
        at: AT,
        seq: 0,
        visitor: 'v1',
        user: 'u1',
        url: 'https://shop.example/',
        referrer: 'https://search.example/',
        title: 'Thanks',
        channel: 'store',
        confirmed: true,
        device: 'tablet',
        country: 'DE',
        params: { transaction_id: 'T1', value: 5, gift: null, items: [{ item_id: 'a', price: 5 }] },
      };
      const stored = { ...touchpoint, receivedAt: AT + 1 };
      expect(touchpointOf(stored, { preset: 'cartograph' })).toEqual(touchpoint);
    });
  });
});
