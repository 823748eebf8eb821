import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeliverOptions, deliver } from '../deliver.ts';
import { history } from '../history.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const NOW = Date.UTC(2026, 10, 22, 15);
const BATCHES = history({ seed: 3, days: 7, persons: 12, now: NOW, origin: 'https://shop.test' });
const IDS = BATCHES.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)).sort();

describe(deliver.name, () => {
  let collector: StandIn;
  let options: DeliverOptions;
  let waits: number[];

  beforeEach(async () => {
    collector = await startStandIn();
    waits = [];
    options = {
      url: collector.url,
      site: 'shop',
      origin: 'https://shop.test',
      now: () => NOW + 5,
      wait: async (ms) => waits.push(ms),
    };
  });
  afterEach(() => collector.close());

  it('posts every batch once, as a browser on the shop would', async () => {
    const delivered = await deliver(BATCHES, options);

    expect(delivered).toEqual({ accepted: IDS.length, duplicates: 0, rejected: [] });
    expect(collector.stored.toSorted()).toEqual(IDS);
    expect(collector.requests).toHaveLength(BATCHES.length);
    for (const { headers, path, batch } of collector.requests) {
      const sent = BATCHES.find(
        ({ touchpoints: [first] }) => first!.id === batch.touchpoints[0]!.id,
      )!;
      const { userAgent, country, ...body } = sent;
      expect(path).toBe('/v1/touchpoints');
      expect(batch).toEqual({ site: 'shop', sentAt: NOW + 5, ...body });
      expect(headers['content-type']).toBe('text/plain');
      expect(headers.origin).toBe('https://shop.test');
      expect(headers['user-agent']).toBe(userAgent);
      expect(headers['cf-ipcountry']).toBe(country);
    }
  });

  it('waits as long as a busy collector asks for, then sends the same again', async () => {
    collector.trouble = (request) => {
      if (request === 1) return { status: 503, retryAfter: '7' };
      return request === 2 ? { status: 429, retryAfter: '2' } : undefined;
    };

    const { accepted } = await deliver(BATCHES, { ...options, inFlight: 1 });

    expect(waits).toEqual([7000, 2000]);
    expect(accepted).toBe(IDS.length);
    expect(collector.stored.toSorted()).toEqual(IDS);
    expect(collector.requests[1]!.batch).toEqual(collector.requests[0]!.batch);
    expect(collector.requests[2]!.batch).toEqual(collector.requests[0]!.batch);
  });

  it('stores nothing twice when an answer got lost', async () => {
    collector.trouble = (request) => (request === 2 ? 'lostAnswer' : undefined);

    const { accepted, duplicates } = await deliver(BATCHES, { ...options, inFlight: 1 });

    expect(collector.stored.toSorted()).toEqual(IDS);
    expect(duplicates).toBe(BATCHES[1]!.touchpoints.length);
    expect(accepted + duplicates).toBe(IDS.length);
  });

  it('finds everything stored already the second time', async () => {
    await deliver(BATCHES, options);
    const again = await deliver(BATCHES, options);

    expect(again).toEqual({ accepted: 0, duplicates: IDS.length, rejected: [] });
  });

  it('gives up on a collector that stays out of reach, waiting longer each time', async () => {
    collector.trouble = () => ({ status: 503 });

    await expect(deliver(BATCHES, { ...options, inFlight: 1, attempts: 4 })).rejects.toThrow(
      'took no touchpoints: 503 busy',
    );
    expect(waits).toEqual([200, 400, 800]);
    expect(collector.requests).toHaveLength(4);
  });

  it('sends no batch again that was refused for good, nor any after it', async () => {
    collector.trouble = () => ({ status: 403 });

    await expect(deliver(BATCHES, { ...options, inFlight: 1 })).rejects.toThrow('403 busy');
    expect(collector.requests).toHaveLength(1);
  });

  it('has no more requests on their way than it may', async () => {
    await deliver(BATCHES, { ...options, inFlight: 2 });
    expect(collector.mostAtOnce()).toBeLessThanOrEqual(2);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await deliver(BATCHES, { ...options, onProgress: ({ done }) => told.push(done) });
    expect(told).toEqual(BATCHES.map((_, index) => index + 1));
  });
});
