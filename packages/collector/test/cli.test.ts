import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/cli.ts';
import { serve } from '../src/commands/serve.ts';
import { NOW } from './touchpoints.ts';

describe('the command line', () => {
  let folder: string;
  let out: string;
  let err: string;
  let stop: AbortController;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartograph-cli-'));
    stop = new AbortController();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const io = () => ({
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    env: { CARTOGRAPH_DB: join(folder, 'test.db') },
    now: () => NOW,
    isTerminal: false,
    signal: stop.signal,
  });
  const cartograph = (...args: string[]) => {
    out = '';
    err = '';
    return run(args, io());
  };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  const CSV = `event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
2026-11-20 10:00:00 UTC,view,1,,,,10.00,7,s1
2026-11-20 10:01:00 UTC,cart,1,,,,10.00,7,s1
2026-11-20 10:00:00 UTC,cart,2,,,,25.00,8,s2
2026-11-20 10:05:00 UTC,purchase,2,,,,25.00,8,s2
not a row
2026-11-20 10:06:00 UTC,purchase,3,,,,5.00,8,s2
`;

  it('lists its commands when asked, and when it is not understood', async () => {
    expect(await cartograph()).toBe(0);
    for (const name of ['serve', 'site add', 'site list', 'import', 'report', 'rebuild']) {
      expect(out).toContain(`cartograph ${name}`);
    }
    expect(await cartograph('fly')).toBe(2);
    expect(err).toContain('Unknown command: fly');
  });

  it('adds a site, changes it, lists it', async () => {
    expect(await cartograph('site', 'add', 'shop', '--origin', 'https://shop.example')).toBe(0);
    expect(out).toContain('data-site="shop"');
    await cartograph('site', 'add', 'shop', '--currency', 'krw', '--abandoned-after', '90');
    await cartograph('site', 'list');
    expect(out).toContain('https://shop.example');
    expect(out).toContain('KRW');
    expect(out).toContain('90 min');
  });

  it('imports a file once, however often it is told to', async () => {
    await cartograph('site', 'add', 'shop');
    const path = file('history.csv', CSV);
    expect(await cartograph('import', '--site', 'shop', '--preset', 'rees46', path)).toBe(0);
    expect(out).toContain('5 touchpoints added');
    expect(err).toMatch(/^line 6: /);

    await cartograph('import', '--site', 'shop', '--preset', 'rees46', path);
    expect(out).not.toContain('5 touchpoints added');
    await cartograph('rebuild', '--site', 'shop');
    expect(out).toContain('5 touchpoints of 2 persons folded into 2 journeys');
  });

  it('reports as a table, as JSON and as CSV', async () => {
    await cartograph('site', 'add', 'shop', '--currency', 'EUR');
    await cartograph('import', '--site', 'shop', '--preset', 'rees46', file('history.csv', CSV));

    expect(await cartograph('report', '--site', 'shop', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      carts: { created: 2, ordered: 1, abandoned: 1 },
      value: { atRisk: '10.00', ordered: '30.00' },
    });
    await cartograph('report', '--site', 'shop', '--lang', 'en');
    expect(out).toContain('50.0%');
    expect(out).toContain('€30.00');
    await cartograph('report', '--site', 'shop', '--csv');
    expect(out).toContain('abandoned,carts,1');
    await cartograph(
      'report',
      '--site',
      'shop',
      '--to',
      '2026-11-20',
      '--from',
      '2026-11-01',
      '--json',
    );
    expect(JSON.parse(out).carts.created).toBe(0);
  });

  it('prints any report, of a part of the shoppers if asked', async () => {
    await cartograph('site', 'add', 'shop', '--currency', 'EUR');
    await cartograph('import', '--site', 'shop', '--preset', 'rees46', file('history.csv', CSV));
    expect(await cartograph('report', 'journeys', '--site', 'shop', '--period', 'all')).toBe(0);
    expect(out.trim().split('\r\n')).toHaveLength(3);
    await cartograph('report', 'causes', '--site', 'shop', '--json');
    expect(JSON.parse(out)).toMatchObject({ unit: 'carts', ranked: [] });
    await cartograph('report', '--site', 'shop', '--ask', 'device=mobile&by=channel', '--json');
    expect(JSON.parse(out)).toMatchObject({ carts: { created: 0 } });
  });

  it('takes its own export back, with nothing changed', async () => {
    await cartograph('site', 'add', 'shop');
    await cartograph('site', 'add', 'copy');
    await cartograph('import', '--site', 'shop', '--preset', 'rees46', file('history.csv', CSV));
    await cartograph('report', '--site', 'shop', '--json');
    const report = out;

    await cartograph('export', '--site', 'shop');
    const path = file('export.ndjson', out);
    expect(await cartograph('import', '--site', 'copy', '--preset', 'cartograph', path)).toBe(0);
    await cartograph('report', '--site', 'copy', '--json');
    expect(out).toBe(report);
  });

  describe('with a person in the history', () => {
    beforeEach(async () => {
      await cartograph('site', 'add', 'shop', '--currency', 'EUR');
      await cartograph('import', '--site', 'shop', '--preset', 'rees46', file('history.csv', CSV));
    });
    const carts = async (...args: string[]) => {
      await cartograph('report', '--site', 'shop', '--json', ...args);
      return JSON.parse(out).carts;
    };

    it('finds, exports and forgets them', async () => {
      expect(await cartograph('person', 'find', '--site', 'shop', '8')).toBe(0);
      const person = out.trim();
      expect(await cartograph('person', 'export', '--site', 'shop', person)).toBe(0);
      expect(JSON.parse(out)[0].touchpoints).toHaveLength(3);
      await cartograph('person', 'forget', '--site', 'shop', person);
      expect(out).toBe('Forgot 3 touchpoints\n');
      expect(await cartograph('person', 'find', '--site', 'shop', '8')).toBe(2);
      expect(err).toContain('Nobody here is "8"');
      expect(await carts()).toMatchObject({ created: 1, ordered: 0 });
    });

    it('holds and releases a visitor, and lists them', async () => {
      await cartograph('person', 'export', '--site', 'shop', '8');
      const [visitor] = JSON.parse(out)[0].visitors;
      await cartograph('quarantine', 'hold', '--site', 'shop', visitor);
      expect(await carts()).toMatchObject({ created: 1 });
      await cartograph('quarantine', 'list', '--site', 'shop');
      expect(out).toContain('held');
      await cartograph('quarantine', 'release', '--site', 'shop', visitor);
      expect(await carts()).toMatchObject({ created: 2 });
      expect(await cartograph('quarantine', 'hold', '--site', 'shop', 'nobody')).toBe(2);
    });

    it('counts confirmed orders only, where told to', async () => {
      expect(await carts('--orders', 'claimed')).toMatchObject({ ordered: 1, abandoned: 1 });
      expect(await carts('--orders', 'confirmed')).toMatchObject({ ordered: 0, abandoned: 2 });
      await cartograph('site', 'add', 'shop', '--orders', 'confirmed');
      expect(await carts()).toMatchObject({ ordered: 0 });
    });

    it('removes what is too old, and has it all written down', async () => {
      await cartograph('site', 'add', 'shop', '--retention-days', '1');
      await cartograph('purge');
      expect(out).toBe('Removed 5 touchpoints\n');
      await cartograph('audit', '--site', 'shop');
      const actions = out
        .trim()
        .split('\n')
        .map((line) => line.split('  ').slice(1, 3).join(' '));
      expect(actions).toEqual([
        'collector retention.purge',
        'command line site.change',
        'command line site.add',
      ]);
    });
  });

  it.each([
    [['report'], 'Expected --site, got none'],
    [['report', '--site', 'nowhere'], 'Unknown site "nowhere"'],
    [['report', 'gossip', '--site', 'shop'], 'Expected a report of overview, abandonment,'],
    [['report', '--sight', 'shop'], '--sight'],
    [['site', 'add'], 'Expected one site id'],
    [['site', 'add', 'My Shop'], 'Expected id to be letters'],
    [['token', 'add', '--scope', 'all'], 'Expected --scope to be read, write, admin, got "all"'],
    [['import', '--site', 'shop'], 'Expected one file'],
    [['import', '--site', 'shop', '--preset', 'amazon', 'x.csv'], 'amazon'],
    [['report', '--site', 'shop', '--orders', 'all'], 'Unknown site'],
    [['site', 'add', 'shop', '--retention-days', '0'], 'retentionDays to be 1 day or more'],
    [['site', 'add', 'shop', '--orders', 'all'], 'orders to be claimed or confirmed, got "all"'],
    [['person', 'forget', '--site', 'shop'], 'Expected one user id'],
    [['quarantine', 'hold'], 'Expected one visitor'],
    [['serve', '--proxies', 'some'], 'Expected --proxies to be a whole number'],
    [['serve', '--port', 'http'], 'Expected --port to be a whole number, got "http"'],
  ])('%j is a mistake it names', async (args, message) => {
    expect(await cartograph(...args)).toBe(2);
    expect(err).toContain(message);
  });

  it('serves until it is stopped; prints a token the first time, and a link that signs in', async () => {
    const served = async () => {
      out = '';
      err = '';
      stop = new AbortController();
      const { promise: listening, resolve } = Promise.withResolvers<void>();
      const running = serve.run(['--port', '0'], {
        ...io(),
        // The link that it prints is good for an hour of the collector's own clock.
        now: Date.now,
        err: (text) => {
          err += text;
          if (text.startsWith('Sign in')) resolve();
        },
      });
      await listening;
      return running;
    };
    const first = served();
    await expect.poll(() => err).toContain('Sign in');
    const link = /http:\S+/.exec(err.split('Sign in')[1] ?? '')?.[0] ?? '';
    expect(err).toMatch(/Token for the API, shown this once: ctk_\S+/);
    expect((await fetch(link)).headers.get('Set-Cookie')).toContain('cartograph_session');
    stop.abort();
    await first;

    const second = served();
    await expect.poll(() => err).toContain('Sign in');
    expect(err).not.toContain('Token for the API');
    stop.abort();
    await second;
  });
});
