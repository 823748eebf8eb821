// @vitest-environment happy-dom
import type { Batch } from '@cartograph/journey';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { start, type Tracker } from '../src/index.ts';

const OPTIONS = { site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints' };

let types: string[];
let trackers: Tracker[];

beforeEach(() => {
  types = [];
  trackers = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { touchpoints } = JSON.parse(body) as Batch;
    types.push(...touchpoints.map(({ type }) => type));
    return Response.json({ accepted: touchpoints.length, duplicates: 0, rejected: [] });
  });
});
afterEach(async () => {
  for (const tracker of trackers) {
    tracker.stop();
    await tracker.flush();
  }
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function started(options = {}): Tracker {
  const tracker = start({ ...OPTIONS, ...options });
  trackers.push(tracker);
  return tracker;
}

it('tracks the page, and what it is told', async () => {
  const tracker = started();
  tracker.track('add_to_cart', { currency: 'EUR', value: 5, items: [{ item_id: 'M1', price: 5 }] });
  tracker.track('checkout_step', { step: 'gift' });
  tracker.track('size_guide_opened');
  await tracker.flush();
  expect(types).toEqual(['page_view', 'add_to_cart', 'checkout_step', 'size_guide_opened']);
});

it('is one tracker, however often it is started', async () => {
  const tracker = started();
  started().track('a');
  await tracker.flush();
  expect(types).toEqual(['page_view', 'a']);
});

it('is another tracker for another site', async () => {
  const other = started({ site: 'other' });
  await started().flush();
  await other.flush();
  expect(types).toEqual(['page_view', 'page_view']);
});

it('does nothing after stop(), and can be started again', async () => {
  const tracker = started();
  await tracker.flush();
  tracker.stop();
  tracker.track('stopped');
  history.pushState({}, '', '/stopped');
  await tracker.flush();

  const again = started();
  again.track('again');
  await again.flush();
  expect(types).toEqual(['page_view', 'page_view', 'again']);
});

it('never throws into the page, but says what is wrong', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const tracker = started();
  const hostile = {
    get value(): number {
      throw new Error('no');
    },
  };
  tracker.track('view_cart', hostile);
  tracker.track('view_cart', { value: 1n as unknown as number });
  tracker.identify(null as unknown as string);
  tracker.identify(Symbol('ann') as unknown as string);
  tracker.consent('whatever' as 'denied');
  tracker.consent('granted');
  await tracker.flush();
  expect(warn).toHaveBeenCalledTimes(4);
});

it('types what it is told', () => {
  const tracker = started();
  // @ts-expect-error: a step has a name.
  tracker.track('checkout_step');
  // @ts-expect-error: an amount is a number.
  tracker.track('purchase', { value: '5' });
  tracker.track('anything', { else: ['goes', 1, true] });
});
