import { describe, expect, it } from 'vitest';
import { inSegment, readSegment, type Segment, segmentChoices } from '../src/segment.ts';
import { abandoned, looked } from './facts.ts';

const FACT = {
  ...abandoned(),
  returning: true,
  entry: {
    channel: 'web',
    channelGroup: 'Paid Search',
    device: 'mobile' as const,
    country: 'DE',
    url: 'https://shop.example/p/guitar?utm_campaign=spring',
  },
};

describe(inSegment.name, () => {
  it.each<[Segment, boolean]>([
    [{}, true],
    [{ device: 'mobile' }, true],
    [{ device: 'desktop' }, false],
    [{ channel: 'Paid Search' }, true],
    [{ channel: 'Direct' }, false],
    [{ country: 'DE' }, true],
    [{ country: 'AT' }, false],
    [{ returning: 'returning' }, true],
    [{ returning: 'new' }, false],
    [{ campaign: 'spring' }, true],
    [{ campaign: 'autumn' }, false],
    [{ landing: '/p/guitar' }, true],
    [{ landing: '/' }, false],
    [{ item: 'G1' }, true],
    [{ item: 'G2' }, false],
    [{ device: 'mobile', returning: 'new' }, false],
    [{ device: 'mobile', returning: 'returning', item: 'G1' }, true],
  ])('%j', (segment, expected) => {
    expect(inSegment(FACT, segment)).toBe(expected);
  });

  it('has nobody of whom it is not known', () => {
    expect(inSegment(looked(), { device: 'mobile' })).toBe(false);
    expect(inSegment(looked(), { landing: '/' })).toBe(false);
    expect(inSegment(looked(), { country: 'DE' })).toBe(false);
    expect(inSegment(looked(), { item: 'G1' })).toBe(false);
  });
});

describe(readSegment.name, () => {
  it('reads what it knows, and nothing else', () => {
    const asked = { device: 'tablet', campaign: 'a b', period: '7d', item: '' };
    expect(readSegment(asked)).toEqual({ device: 'tablet', campaign: 'a b' });
  });

  it('takes a country in small letters, too', () => {
    expect(readSegment({ country: 'de' })).toEqual({ country: 'DE' });
  });

  it('names what it expected', () => {
    expect(() => readSegment({ device: 'fridge' })).toThrow(
      'Expected `device` to be desktop or mobile or tablet, got "fridge"',
    );
    expect(() => readSegment({ country: 'XX' })).toThrow(
      'Expected `country` to be two letters of ISO 3166-1 such as DE, got "XX"',
    );
  });
});

it('offers the most frequent values first', () => {
  const other = { ...FACT, entry: { ...FACT.entry, device: 'desktop' as const } };
  expect(segmentChoices([other, FACT, FACT])).toEqual({
    device: ['mobile', 'desktop'],
    channel: ['Paid Search'],
    country: ['DE'],
    returning: ['returning'],
    campaign: ['spring'],
    landing: ['/p/guitar'],
    item: ['G1'],
  });
});
