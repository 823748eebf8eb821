import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits.ts';
import { parseBatch, parseTouchpoint } from '../src/parse/index.ts';

const ID = '0192f8a0-1111-7111-8111-111111111111';
const touchpoint = { id: ID, type: 'add_to_cart', at: 1_763_770_000_000, seq: 3 };
const parse = (fields: object, trusted = false) =>
  parseTouchpoint({ ...touchpoint, ...fields }, { trusted });
const paramsOf = (params: unknown, type = 'add_to_cart') => {
  const result = parse({ params, type });
  if (!result.ok) throw new Error(result.reason);
  return { params: result.touchpoint.params, complaints: result.complaints };
};

describe('a touchpoint', () => {
  it.each([
    ['no id', { id: undefined }, 'id: expected a UUID, got undefined'],
    ['an id that is none', { id: 'abc' }, 'id: expected a UUID, got "abc"'],
    ['no type', { type: 7 }, 'type: expected a name, got 7'],
    [
      'a type of two words',
      { type: 'add to cart' },
      'type: expected a name of letters, digits and _',
    ],
    ['no time', { at: undefined }, 'at: expected epoch milliseconds, got undefined'],
    [
      'seconds for milliseconds',
      { at: 1_763_770_000 },
      'at: expected epoch milliseconds after the year 2000',
    ],
    ['microseconds', { at: 1e15 }, 'at: expected epoch milliseconds before the year 2100'],
  ])('is refused with %s', (_, fields, reason) => {
    const result = parse(fields);
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it.each([null, undefined, 7, 'text', [], true])('is refused when it is %j', (input) => {
    expect(parseTouchpoint(input, { trusted: false }).ok).toBe(false);
  });

  it('is one touchpoint in either spelling of its id', () => {
    expect(parse({ id: ID.toUpperCase() })).toMatchObject({ touchpoint: { id: ID } });
  });

  it('keeps its order within the millisecond it happened in', () => {
    expect(parse({ at: touchpoint.at + 0.7 })).toMatchObject({
      touchpoint: { at: touchpoint.at, seq: 3 },
    });
  });

  it('is cut at the limits of its texts, never refused for them', () => {
    const result = parse({ title: 'x'.repeat(9999), url: `https://a.example/${'y'.repeat(9999)}` });
    expect(result).toMatchObject({ ok: true, complaints: [] });
    if (result.ok) {
      expect(result.touchpoint.title).toHaveLength(LIMITS.textChars);
      expect(result.touchpoint.url).toHaveLength(LIMITS.urlChars);
    }
  });

  it.each([
    ['an address', 'https://shop.example/cart?q=1', 'https://shop.example/cart?q=1'],
    ['a path', '/cart', 'https://shop.example/cart'],
  ])('may be about another page than it was told on, by %s', (_, page_location, url) => {
    const params = { page_location, name: 'LCP' };
    const result = parse({ type: 'web_vital', url: 'https://shop.example/p/1', params });
    expect(result).toMatchObject({ ok: true, touchpoint: { url } });
    expect(result.ok && result.touchpoint.params).toEqual({ name: 'LCP' });
  });

  it('has no text that a database would choke on', () => {
    const result = parse({ title: 'a\0b\ud800c' });
    expect(result).toMatchObject({ touchpoint: { title: 'ab\ufffdc' } });
  });
});

describe('params', () => {
  it.each([
    ['numbers as text', { value: ' 23.900000 ' }, { value: 23.9 }],
    ['ids as numbers', { transaction_id: 71 }, { transaction_id: '71' }],
    ['currencies in lower case', { currency: ' eur' }, { currency: 'EUR' }],
    ['empty fields as nothing', { coupon: '', value: null }, undefined],
    [
      'items',
      { items: [{ item_id: 33, price: '45', quantity: 2, on_sale: true }] },
      { items: [{ item_id: '33', price: 45, quantity: 2, on_sale: true }] },
    ],
    ['an empty list of items', { items: [] }, { items: [] }],
    ['lists', { sizes: ['S', 1, true] }, { sizes: ['S', '1', true] }],
    ['what it doesn’t know', { my_score: 7, my_flag: false }, { my_score: 7, my_flag: false }],
  ])('takes %s', (_, params, expected) => {
    expect(paramsOf(params)).toEqual({ params: expected, complaints: [] });
  });

  it.each([
    [
      'a price that is none',
      { items: [{ item_id: 'a', price: 'free' }] },
      { items: [{ item_id: 'a' }] },
      'params.items[0].price: expected a decimal number, got "free"',
    ],
    [
      'a negative value',
      { value: -1 },
      undefined,
      'params.value: expected an amount of 0 or more, got -1',
    ],
    [
      'a comma for a point',
      { value: '1.234,50' },
      undefined,
      'params.value: expected a decimal number, got "1.234,50"',
    ],
    [
      'a value beyond counting',
      { value: 1e12 },
      undefined,
      'params.value: expected an amount of at most',
    ],
    [
      'a currency sign',
      { currency: '€' },
      undefined,
      'params.currency: expected an ISO 4217 code of three letters, got "€"',
    ],
    [
      'a list of no items',
      { items: 'G1' },
      undefined,
      'params.items: expected a list of items, got "G1"',
    ],
    [
      'an item that is none',
      { items: [7, { item_id: 'a' }] },
      { items: [{ item_id: 'a' }] },
      'params.items[0]: expected an item, got 7',
    ],
    [
      'an object',
      { user_data: { email: 'a@b' }, ok: 1 },
      { ok: 1 },
      'params.user_data: expected text, a number, a boolean, or a list of these',
    ],
    ['no object at all', 'value=1', undefined, 'params: expected an object, got "value=1"'],
  ])('leaves out %s, and says so', (_, params, expected, complaint) => {
    const result = paramsOf(params);
    expect(result.params).toEqual(expected);
    expect(result.complaints).toHaveLength(1);
    expect(result.complaints[0]).toContain(complaint);
  });

  it('takes any number as the value of a web vital', () => {
    expect(paramsOf({ name: 'CLS', value: 0.1 }, 'web_vital').params).toEqual({
      name: 'CLS',
      value: 0.1,
    });
  });

  it('does not let names reach into JavaScript', () => {
    const params = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "ok": 1}');
    expect(paramsOf(params).params).toEqual({ ok: 1 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(paramsOf({ valueOf: 0, items: [{ toString: 1 }] }).complaints).toEqual([]);
  });

  it('takes so many items and fields, and no more', () => {
    const items = Array.from({ length: 300 }, (_, n) => ({ item_id: `i${n}` }));
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`p${n}`, n]));
    expect(paramsOf({ items }).params?.items).toHaveLength(LIMITS.items);
    expect(Object.keys(paramsOf(many).params ?? {})).toHaveLength(LIMITS.params);
  });
});

describe('whatever comes', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.anything().map((value) => JSON.stringify(value) ?? ''),
  );
  const mutated = fc.record({
    site: fc.constant('shop'),
    sentAt: fc.constant(touchpoint.at),
    visitor: fc.constant('v'),
    touchpoints: fc.array(
      fc.record({
        id: fc.oneof(fc.uuid(), fc.anything()),
        type: fc.oneof(fc.constant('purchase'), fc.anything()),
        at: fc.oneof(fc.constant(touchpoint.at), fc.anything()),
        url: fc.anything(),
        params: fc.anything(),
      }),
    ),
  });

  it('is left out and named where it is nested deeper than JSON can be written', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const told = JSON.stringify({ ...touchpoint, params: { deep: 0 } }).replace('0}}', `${deep}}}`);
    const text = `{"site":"shop","sentAt":${touchpoint.at},"visitor":"v1","touchpoints":[${told}]}`;
    const result = parseBatch(text, { trusted: false });
    expect(result).toMatchObject({
      batch: { touchpoints: [{ id: ID }], adjusted: [{ id: ID }], rejected: [] },
    });
  });

  it('is parsed or refused with a reason, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          mutated.map((batch) => JSON.stringify(batch)),
        ),
        (text) => {
          const result = parseBatch(text, { trusted: false });
          if (!result.ok) return void expect(result.error).toMatch(/xpected/);
          for (const { reason } of result.batch.rejected) expect(reason).toMatch(/expected/);
          JSON.stringify(result.batch.touchpoints);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('loses no touchpoint: each is kept or refused', () => {
    fc.assert(
      fc.property(mutated, (batch) => {
        const result = parseBatch(JSON.stringify(batch), { trusted: false });
        if (!result.ok) throw new Error(result.error);
        const { touchpoints, rejected } = result.batch;
        expect(touchpoints.length + rejected.length).toBe(batch.touchpoints.length);
      }),
    );
  });
});

describe('the country of a touchpoint', () => {
  it.each([
    ['DE', 'DE'],
    [' kr ', 'KR'],
  ])('is kept where a server tells %j', (country, stored) => {
    const result = parse({ country }, true);
    expect(result).toMatchObject({ touchpoint: { country: stored }, complaints: [] });
  });

  it.each(['XX', 'T1', 'EU', 'Germany', 49, '<b>'])(
    'is left out and named when it is %j',
    (country) => {
      const result = parse({ country }, true);
      expect(result).toMatchObject({
        complaints: [
          expect.stringMatching(/^country: expected an ISO 3166-1 code such as DE, got /),
        ],
      });
      expect(result.ok && 'country' in result.touchpoint).toBe(false);
    },
  );

  it('is nothing that a browser says of itself', () => {
    const result = parse({ country: 'DE' });
    expect(result.ok && 'country' in result.touchpoint).toBe(false);
  });
});

describe('the user of a batch', () => {
  const batchOf = (fields: object, trusted = false) => {
    const head = { site: 'shop', sentAt: touchpoint.at, visitor: 'v1' };
    const batch = { ...head, touchpoints: [touchpoint], ...fields };
    const result = parseBatch(JSON.stringify(batch), { trusted });
    if (!result.ok) throw new Error(result.error);
    return result.batch;
  };

  it.each([
    ...['null', 'undefined', 'guest', 'anonymous', '0', 'NaN', '[object Object]', '', '-1', 'none'],
    ...['GUEST', 'Null', ' undefined ', 'None'],
    ...[0, -1, 1.5, true, {}, ['u1'], 'x'.repeat(129), 'a\u0000b'],
  ])('is left out and named when it is %j, and costs the batch nothing', (user) => {
    const { user: stored, touchpoints, adjusted } = batchOf({ user });
    expect(stored).toBeUndefined();
    expect(touchpoints).toHaveLength(1);
    expect(adjusted).toEqual([
      { id: ID, reason: expect.stringMatching(/^user: expected .*, got /) },
    ]);
  });

  it.each(['u-17', '00', 'nullable', 'guest-17', 'a@b.example', 17, 'Nil'])(
    'is kept: %j',
    (user) => {
      expect(batchOf({ user })).toMatchObject({ user: String(user), adjusted: [] });
    },
  );

  it('says nothing when there is none', () => {
    expect(batchOf({ user: null })).toMatchObject({ user: undefined, adjusted: [] });
  });

  it('is left out of a server’s single touchpoint just so', () => {
    const { touchpoints, adjusted } = batchOf(
      { touchpoints: [{ ...touchpoint, user: 'guest' }] },
      true,
    );
    expect(touchpoints[0]).not.toHaveProperty('user');
    expect(adjusted).toEqual([{ id: ID, reason: 'user: expected the id of a user, got "guest"' }]);
  });

  it('need not have a visitor where the browser keeps none, but a server must name somebody', () => {
    expect(batchOf({ visitor: '' })).toMatchObject({ visitor: '', rejected: [] });
    expect(
      parseBatch('{"site":"shop","sentAt":1763770000000,"touchpoints":[]}', { trusted: false }).ok,
    ).toBe(false);
    expect(batchOf({ visitor: undefined }, true).rejected).toHaveLength(1);
  });
});
