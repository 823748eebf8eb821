import { LIMITS } from '@cartograph/journey';
import { describe, expect, it } from 'vitest';
import { clean } from '../src/capture/clean.ts';

const ANY = /./;

describe(clean.name, () => {
  it.each<[string, object, object]>([
    ['text, numbers and booleans', { a: 'x', b: 1, c: false }, { a: 'x', b: 1, c: false }],
    ['lists of them', { sizes: ['S', 42] }, { sizes: ['S', 42] }],
    ['no functions, nor what is deeper', { a() {}, b: { c: 1 }, d: undefined }, {}],
    ['no dates as they are', { day: new Date(0) }, { day: '1970-01-01T00:00:00.000Z' }],
    ['amounts as numbers', { value: '23.900000', price: '' }, { value: 23.9, price: null }],
    [
      'ids as text',
      { item_id: 33, campaign_id: 5, level: 5 },
      { item_id: '33', campaign_id: '5', level: 5 },
    ],
    ['no e-mail addresses', { note: 'to ann@example.com' }, { note: 'to [email]' }],
    [
      'no half of one',
      { note: `${'x'.repeat(495)} ann@example.com` },
      { note: `${'x'.repeat(495)} [ema` },
    ],
    ['items without their own lists', { items: [{ a: 1, b: { c: 1 } }] }, { items: [{ a: 1 }] }],
  ])('takes %s', (_, source, expected) => {
    expect(clean(source, ANY)).toEqual(expected);
  });

  it('takes what is known alone', () => {
    expect(
      clean({ value: 1, user_id: 'u', items: [{ value: 2, name: 'x' }] }, /^(value|items)$/),
    ).toEqual({
      value: 1,
      items: [{ value: 2 }],
    });
  });

  it('cuts text and lists as the collector does', () => {
    const { text, list } = clean({ text: 'a'.repeat(9999), list: Array(999).fill(1) }, ANY);
    expect(text).toHaveLength(LIMITS.textChars);
    expect(list).toHaveLength(LIMITS.items);
  });

  it('is a copy: what the page does to its object later changes nothing', () => {
    const item = { item_name: 'Mug' };
    const copy = clean({ items: [item] }, ANY);
    item.item_name = 'Cup';
    expect(copy).toEqual({ items: [{ item_name: 'Mug' }] });
  });

  it('goes no deeper than items, so what holds itself does no harm', () => {
    const circle: Record<string, unknown> = { event: 'x' };
    circle.self = circle;
    circle.list = [circle, [circle]];
    expect(clean(circle, ANY)).toEqual({ event: 'x', list: [{ event: 'x' }, {}] });
  });

  it('throws for what has no form in JSON, which is for the caller to tell', () => {
    expect(() => clean({ big: 1n }, ANY)).toThrow(TypeError);
  });
});
