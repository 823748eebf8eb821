import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { sweep } from '../../src/webhooks/sweep.ts';
import { goods, HOUR, NOW, SITE, stored } from '../touchpoints.ts';

describe('cartograph webhook', () => {
  let folder: string;
  let out: string;
  let err: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-webhook-'));
    await cartograph('site', 'add', 'shop', '--currency', 'EUR');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const path = () => join(folder, 'test.db');
  const cartograph = (...args: string[]) => {
    out = '';
    err = '';
    return run(args, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      env: { CARTOGRAPH_DB: path() },
      now: () => NOW - HOUR,
      isTerminal: false,
      signal: new AbortController().signal,
    });
  };
  const webhook = (word: string, ...args: string[]) =>
    cartograph('webhook', word, '--site', 'shop', ...args);
  const add = async (...args: string[]) => {
    expect(await webhook('add', 'https://mail.shop.example/hook', ...args)).toBe(0);
    const [, id, secret] = /^(wh_\S+)\n.*(whsec_\S+)\n$/.exec(out)!;
    return { id: id!, secret: secret! };
  };

  it('adds one and shows its secret that once', async () => {
    const { id, secret } = await add('--event', 'cart.abandoned', '--event', 'cart.resumed');
    await webhook('list');
    expect(out).toContain(id);
    expect(out).toContain('https://mail.shop.example/hook');
    expect(out).toContain('cart.resumed');
    expect(out).not.toContain('order.placed');
    expect(out).not.toContain(secret);
    await cartograph('audit');
    expect(out).toContain('webhook.add');
    expect(out).not.toContain(secret);
  });

  it('changes the secret', async () => {
    const { id, secret } = await add();
    expect(await webhook('rotate', id)).toBe(0);
    expect(out).toMatch(/whsec_/);
    expect(out).not.toContain(secret);
    expect(await webhook('rotate', 'wh_other')).toBe(2);
  });

  it('removes one', async () => {
    const { id } = await add();
    expect(await webhook('remove', id)).toBe(0);
    await webhook('list');
    expect(out).not.toContain(id);
    expect(await webhook('remove', id)).toBe(2);
  });

  it.each([
    ['an address that is not safe', ['http://mail.shop.example/'], 'begin with https://'],
    ['no address', [], 'Expected one address'],
    [
      'an event that there is none of',
      ['https://a.example/', '--event', 'cart.lost'],
      'cart.abandoned, cart.resumed, cart.recovered, order.placed, got "cart.lost"',
    ],
  ])('refuses %s', async (_, args, message) => {
    expect(await webhook('add', ...args)).toBe(2);
    expect(err).toContain(message);
  });

  it('lists what was given up, and puts it back', async () => {
    await add();
    const store = sqliteStore(path());
    const left = stored(1, 'add_to_cart', { at: NOW - HOUR, params: goods(10) });
    await store.append([{ site: SITE, touchpoints: [left] }]);
    await sweep({ store, baseUrl: '' }, NOW);
    const [delivery] = await store.webhooks!.due(NOW, 1);
    await store.webhooks!.settle({ ...delivery!, state: 'dead', tries: 10, error: 'Answered 500' });
    await store.close();

    await webhook('deliveries', '--state', 'dead');
    expect(out).toContain(delivery!.event);
    expect(out).toContain('Answered 500');
    expect(await webhook('retry', delivery!.event)).toBe(0);
    expect(out).toBe('1 to be tried again\n');
    await webhook('deliveries', '--state', 'dead');
    expect(out).not.toContain(delivery!.event);
    expect(await webhook('deliveries', '--state', 'lost')).toBe(2);
  });
});
