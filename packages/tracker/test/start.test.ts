import { describe, expect, it } from 'vitest';
import { start } from '../src/index.ts';
import { checkOptions, type TrackerOptions } from '../src/options.ts';

const OPTIONS = { site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints' };

describe('a mistake in the options', () => {
  it.each([
    [{ ...OPTIONS, site: '' }, 'Expected `site` to be a text of 1 to 64 characters, got ""'],
    [
      { endpoint: OPTIONS.endpoint },
      'Expected `site` to be a text of 1 to 64 characters, got undefined',
    ],
    [
      { ...OPTIONS, endpoint: '/v1' },
      'Expected `endpoint` to be an absolute http(s) URL, got "/v1"',
    ],
    [
      { ...OPTIONS, endpoint: 'ftp://x' },
      'Expected `endpoint` to be an absolute http(s) URL, got "ftp://x"',
    ],
    [
      { ...OPTIONS, dataLayer: 5 },
      'Expected `dataLayer` to be the name of a global variable, or false, got 5',
    ],
    [
      { ...OPTIONS, requireConsent: 'yes' },
      'Expected `requireConsent` to be true or false, got "yes"',
    ],
    [{ ...OPTIONS, onDrop: 1 }, 'Expected `onDrop` to be a function, got 1'],
    [undefined, 'Expected `site` to be a text of 1 to 64 characters, got undefined'],
  ])('%j throws at once', (options, message) => {
    expect(() => checkOptions(options as TrackerOptions)).toThrow(
      new TypeError(`[cartograph] ${message}`),
    );
  });

  it('is none where a value is left out', () => {
    expect(() =>
      checkOptions({ ...OPTIONS, dataLayer: undefined, requireConsent: undefined }),
    ).not.toThrow();
  });
});

describe('outside a browser', () => {
  it('start() gives a tracker that does nothing', async () => {
    const tracker = start(OPTIONS);
    tracker.track('add_to_cart', { value: 5 });
    tracker.page();
    tracker.identify('u-17');
    tracker.consent('granted');
    tracker.reset();
    await expect(tracker.flush()).resolves.toBeUndefined();
    tracker.stop();
  });
});
