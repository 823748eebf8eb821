import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli.ts';
import { saveSite } from '../../../src/sites/site.ts';
import { clickhouseAddress } from '../../../src/store/clickhouse/address.ts';
import { clickhouseStore } from '../../../src/store/clickhouse/clickhouseStore.ts';
import { type Store, StoreError } from '../../../src/store/store.ts';
import { commandLine } from '../../commands/commandLine.ts';
import { goods, NOW, SITE, sent, stored } from '../../touchpoints.ts';
import { clickhouseHttp } from './clickhouseHttp.ts';
import { hasEngine, startEngine } from './engine.ts';

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

const engine = startEngine();
afterAll(engine.stop);

describe.skipIf(!hasEngine)('a store over the HTTP interface', () => {
  let http: Awaited<ReturnType<typeof clickhouseHttp>>;
  let address: string;
  let store: Store;
  beforeAll(async () => {
    http = await clickhouseHttp(engine.connect);
  });
  afterAll(() => http.stop());
  beforeEach(async () => {
    address = `clickhouse://cart:se%20cret@${http.host}/${await engine.emptyDatabase()}`;
    store = await clickhouseStore(clickhouseAddress(address));
    http.asked.length = 0;
  });
  afterEach(() => store.close());

  const add = async (...touchpoints: ReturnType<typeof stored>[]) =>
    (await store.append([{ site: SITE, touchpoints }]))[0];

  it('gives back what it was given, be it full of quotes, tabs and half a pair of surrogates', async () => {
    const odd = `it's "quoted" \\ back\tslash\nline {x:String} — 기타 🎸 ‘; drop table touchpoints`;
    const touchpoint = stored(1, 'add_to_cart', {
      ...{ visitor: odd, user: odd, title: odd },
      params: { ...goods(10), note: odd },
    });
    await add(touchpoint, stored(2, 'page_view', { title: 'cut \ud83c' }));
    expect(await store.touchpointsOf(SITE.id, `u:${odd}`)).toEqual([touchpoint]);
    expect(await store.personsNamed(SITE.id, odd)).toEqual([`u:${odd}`]);
    expect(await store.touchpointsOf(SITE.id, 'v:v1')).toHaveLength(1);
  });

  it('says who it is, compresses what it sends, and asks for an answer when all is done', async () => {
    await add(stored(1, 'page_view'));
    for (const { user, password, settings } of http.asked) {
      expect([user, password]).toEqual(['cart', 'se cret']);
      expect(settings).toMatchObject({ async_insert: '0' });
    }
    const inserts = http.asked.filter(({ query }) => /^insert/i.test(query));
    expect(inserts.map(({ isCompressed }) => isCompressed)).toEqual([true, true, true]);
    const tokens = inserts.map(({ settings }) => settings.insert_deduplication_token);
    expect(new Set(tokens).size).toBe(3);
  });

  it('sends more names than fit into an address in a form', async () => {
    const many = Array.from({ length: 700 }, (_, n) =>
      stored(n + 1, 'page_view', { visitor: `v${n}` }),
    );
    expect(await add(...many)).toEqual({ accepted: 700, duplicates: 0 });
    expect(await add(...many)).toEqual({ accepted: 0, duplicates: 700 });
    expect(await store.counts(SITE.id)).toEqual({ touchpoints: 700, journeys: 700, persons: 700 });
    expect(http.asked.some(({ isMultipart }) => isMultipart)).toBe(true);
  });

  it('tries again what finds the server busy, and then has written it once', async () => {
    const busy = 'Code: 252. DB::Exception: Too many parts (TOO_MANY_PARTS) (version 26.7.2.1)';
    http.failures.push(busy, busy);
    expect(await add(stored(1, 'page_view'))).toEqual({ accepted: 1, duplicates: 0 });
    expect(await store.counts(SITE.id)).toMatchObject({ touchpoints: 1 });
  });

  it.each([
    ['a full disk', 'Code: 243. DB::Exception: Cannot reserve (NOT_ENOUGH_SPACE)', /make room/],
    ['a wrong password', 'Code: 516. DB::Exception: denied (AUTHENTICATION_FAILED)', /password/],
  ])('says what to do about %s', async (_, failure, advice) => {
    http.failures.push(failure);
    const failed = store.get('key');
    await expect(failed).rejects.toThrow(StoreError);
    await expect(failed).rejects.toThrow(advice);
  });

  it('says that it is out of reach when nobody answers, and nothing of the password', async () => {
    const nobody = clickhouseStore(clickhouseAddress('clickhouse://cart:hush@127.0.0.1:9/shop'));
    await expect(nobody).rejects.toThrow(StoreError);
    await expect(nobody).rejects.not.toThrow(/hush/);
  });

  it('forgets and purges', async () => {
    await add(stored(1, 'page_view'), stored(2, 'page_view', { visitor: 'v2', at: NOW }));
    expect(await store.forget(SITE, 'v:v1')).toBe(1);
    expect(await store.purge(SITE, { before: NOW + 1, after: 0 })).toMatchObject({ removed: 1 });
    expect(await store.counts(SITE.id)).toEqual({ touchpoints: 0, journeys: 0, persons: 0 });
  });

  describe('from the command line', () => {
    const cartograph = async (...args: string[]) => {
      const { io, said } = commandLine({ CARTOGRAPH_DB: address });
      return { code: await run(args, io), ...said() };
    };

    it('keeps sites and answers reports', async () => {
      const add = await cartograph(
        ...['site', 'add', 'shop', '--name', 'Shop', '--origin', 'https://shop.example'],
      );
      expect(add).toMatchObject({ code: 0 });
      expect((await cartograph('site', 'list')).out).toContain('shop');
      await store.append([{ site: SITE, touchpoints: [stored(1, 'add_to_cart')] }]);
      expect((await cartograph('rebuild', '--site', 'shop')).out).toContain('1 touchpoints');
      expect((await cartograph('audit')).code).toBe(0);
    });

    it('serves: takes touchpoints in, and has them in the next report', async () => {
      await saveSite(store, SITE);
      const stop = new AbortController();
      const { io, said } = commandLine({ CARTOGRAPH_DB: address });
      const running = run(['serve', '--port', '0'], { ...io, now: Date.now, signal: stop.signal });
      await expect.poll(() => said().err, { timeout: 60_000 }).toContain('Sign in');
      const [, url] = /listens on (http:\S+)/.exec(said().err) ?? [];
      const [, token] = /(ctk_\S+)/.exec(said().err) ?? [];

      const now = Date.now();
      const touchpoints = [
        { ...sent(1, 'page_view'), at: now - 1000 },
        { ...sent(2, 'add_to_cart', { params: goods(10) }), at: now },
      ];
      const batch = { site: SITE.id, sentAt: now, visitor: 'v1', touchpoints };
      const headers = { Origin: 'https://shop.example', 'User-Agent': BROWSER };
      const post = { method: 'POST', headers, body: JSON.stringify(batch) };
      for (const expected of [
        { accepted: 2, duplicates: 0 },
        { accepted: 0, duplicates: 2 },
      ]) {
        const answer = await fetch(`${url}/v1/touchpoints`, post);
        expect(answer.status).toBe(200);
        expect(await answer.json()).toMatchObject(expected);
      }
      const report = await fetch(`${url}/api/sites/shop/abandonment`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(await report.json()).toMatchObject({ carts: { created: 1, open: 1 } });
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      stop.abort();
      expect(await running).toBe(0);
      expect(said().err).not.toContain('cret');
    });

    it('sends whoever wants a backup to the one that ClickHouse makes', async () => {
      const { code, err } = await cartograph('backup', '--to', 'copy.db');
      expect(code).toBe(2);
      expect(err).toContain('CLICKHOUSE.md');
      expect(err).not.toContain('se%20cret');
    });
  });
});
