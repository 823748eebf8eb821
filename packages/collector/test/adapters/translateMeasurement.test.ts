import { describe, expect, it } from 'vitest';
import { translateMeasurement } from '../../src/adapters/ga4/translateMeasurement.ts';
import { NOW } from '../touchpoints.ts';

const SERVER = { trusted: true, receivedAt: NOW };
const ITEM = { item_id: 'MUG-B', item_name: 'Mug', price: 12.5, quantity: 2 };
const event = (name: string, params: object = {}, rest: object = {}) => ({ name, params, ...rest });
const body = (events: unknown, rest: object = {}) => ({ client_id: '12.34', events, ...rest });
const keysOf = (...bodies: object[]) =>
  bodies.flatMap((one) => translateMeasurement(one, SERVER).told.map(({ key }) => key));

describe(translateMeasurement.name, () => {
  it('takes GA4’s events as they are', () => {
    const params = { currency: 'EUR', value: 25, items: [ITEM], engagement_time_msec: 9 };
    const page = {
      page_location: 'https://shop.example/?utm_source=news&token=secret',
      page_referrer: 'https://www.google.com/',
      page_title: 'Mugs',
      session_id: '17',
    };
    const { told, refused } = translateMeasurement(
      body(
        [event('page_view', page), event('add_to_cart', params), event('chat_opened', { tab: 2 })],
        {
          user_id: 'u1',
          timestamp_micros: (NOW - 60_000) * 1000,
        },
      ),
      SERVER,
    );
    const who = { visitor: '12.34', user: 'u1', at: NOW - 60_000 };
    expect(refused).toEqual([]);
    expect(told).toMatchObject([
      {
        ...who,
        type: 'page_view',
        url: 'https://shop.example/?utm_source=news',
        referrer: 'https://www.google.com/',
        title: 'Mugs',
        params: {},
      },
      { ...who, type: 'add_to_cart', params: { currency: 'EUR', value: 25, items: [ITEM] } },
      { ...who, type: 'chat_opened', params: { tab: 2 } },
    ]);
    expect(told[1]?.params).not.toHaveProperty('engagement_time_msec');
  });

  it('vouches for the orders of a server', () => {
    const bought = body([event('purchase', { transaction_id: 'O-1' })]);
    expect(translateMeasurement(bought, SERVER).told[0]).toHaveProperty('confirmed', true);
    expect(translateMeasurement(bought, { ...SERVER, trusted: false }).told[0]).not.toHaveProperty(
      'confirmed',
    );
  });

  it.each([
    [
      'the event’s own',
      { timestamp_micros: 2e12 },
      { timestamp_micros: 1_763_770_000_123_456 },
      1_763_770_000_123,
    ],
    ['the body’s', { timestamp_micros: '1763770000123456' }, {}, 1_763_770_000_123],
    ['when it came', {}, {}, NOW],
  ])('goes by the time that is %s', (_, rest, own, at) => {
    const { told } = translateMeasurement(body([event('page_view', {}, own)], rest), SERVER);
    expect(told[0]?.at).toBe(at);
  });

  it('knows an event that is sent once more by its time, or by its id', () => {
    const timed = body([event('add_to_cart'), event('add_to_cart')], {
      timestamp_micros: NOW * 1000,
    });
    expect(new Set(keysOf(timed, timed)).size).toBe(2);

    const named = body([event('add_to_cart', { event_id: 'e1' })]);
    expect(keysOf(named, named)).toEqual(['e1', 'e1']);
    const later = { ...SERVER, receivedAt: NOW + 1 };
    expect(translateMeasurement(named, later).told[0]?.key).toBe('e1');
  });

  it('takes an event without a time for news whenever it comes', () => {
    const untimed = body([event('add_to_cart')]);
    const again = translateMeasurement(untimed, { ...SERVER, receivedAt: NOW + 1 }).told[0]?.key;
    expect(keysOf(untimed)).not.toContain(again);
  });

  it.each(['session_start', 'first_visit', 'user_engagement'])('leaves out %s', (name) => {
    expect(translateMeasurement(body([event(name)]), SERVER)).toMatchObject({
      told: [],
      refused: [],
    });
  });

  it('names what it can’t understand, and keeps its neighbours', () => {
    const { told, refused } = translateMeasurement(
      body([event(''), null, event('search', { search_term: 'mug' })]),
      SERVER,
    );
    expect(told.map(({ type }) => type)).toEqual(['search']);
    expect(refused).toHaveLength(2);
  });

  it.each([[null], ['text'], [{ events: 7 }], [[]]])('makes nothing of %j', (nonsense) => {
    expect(translateMeasurement(nonsense, SERVER).told).toEqual([]);
  });
});
