import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../../scripts/seed/random.ts';
import { checksum } from '../../src/moving/checksum.ts';
import { restoreLines } from '../../src/moving/restoreLines.ts';
import { writeArchive } from '../../src/moving/writeArchive.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type Recorded, recording } from '../replay/recording.ts';
import { REPLAYED_SITE, type Replayed, replayedIn, TOKEN } from '../replay/replayed.ts';
import { everythingOf } from './everythingOf.ts';

const DAY = 24 * 60 * 60 * 1000;
const LAST = Date.UTC(2026, 10, 15, 12);
const NOW = LAST + 7 * DAY;

interface Collector extends Replayed {
  store: Store;
}

describe('a site that moves while shoppers are there', { timeout: 120_000 }, () => {
  let stream: Recorded[];
  let before: Recorded[];
  let meanwhile: Recorded[];
  let after: Recorded[];
  let expected: Awaited<ReturnType<typeof everythingOf>>;

  beforeAll(async () => {
    const { id: site, origins } = REPLAYED_SITE;
    stream = recording({
      persons: 250,
      days: 30,
      now: LAST,
      site,
      origin: origins[0]!,
      token: TOKEN,
    });
    const third = Math.floor(stream.length / 3);
    before = stream.slice(0, third);
    meanwhile = stream.slice(third, 2 * third);
    after = stream.slice(2 * third);
    // What was on its way when the address changed is sent to both: the browser knows of neither.
    const both = meanwhile.slice(-20);
    after = [...both.map((sent, n) => ({ ...sent, at: after[0]!.at + n })), ...after];

    const { store, replay } = await collector();
    await replay([...before, ...meanwhile, ...after]);
    expected = await everythingOf(store);
    expect(expected.counts.touchpoints).toBeGreaterThan(1500);
  }, 120_000);

  const collector = async (): Promise<Collector> => {
    const store = sqliteStore(':memory:');
    return { store, ...(await replayedIn(store)) };
  };

  /** Exports and imports, while more comes in between any two parts. */
  const move = async (
    from: Collector,
    to: Store,
    { since, arriving = [] }: { since?: number; arriving?: readonly Recorded[] } = {},
  ) => {
    const random = createRandom(5);
    let arrived = 0;
    for await (const part of writeArchive(from.store, REPLAYED_SITE, { since, now: NOW })) {
      await restoreLines(to, REPLAYED_SITE.id, part);
      const some = Math.floor(random.between(0, arriving.length / 2));
      await from.replay(arriving.slice(arrived, arrived + some));
      arrived += some;
    }
    await from.replay(arriving.slice(arrived));
  };
  /** Moved, and with what came to it directly, it is as if all had come to it. */
  const expectSame = async (store: Store) => {
    const found = await everythingOf(store);
    expect(found.reports).toEqual(expected.reports);
    expect(found.arrivals).toEqual(expected.arrivals);
    expect(found).toMatchObject({ counts: expected.counts, verdicts: expected.verdicts });
    expect(found.quarantine).toEqual(expected.quarantine);
  };

  it('has everything once, when the rest is brought after the change', async () => {
    const [a, b] = [await collector(), await collector()];
    await a.replay(before);
    await move(a, b.store, { arriving: meanwhile });
    await b.replay(after);
    await move(a, b.store);
    await expectSame(b.store);
  });

  it('has it, too, when only what arrived since the first export is brought', async () => {
    const [a, b] = [await collector(), await collector()];
    await a.replay(before);
    await move(a, b.store, { arriving: meanwhile });
    await b.replay(after);
    await move(a, b.store, { since: meanwhile[0]!.at });
    await expectSame(b.store);
  });

  it('has it, too, when its history is brought only after the change', async () => {
    const [a, b] = [await collector(), await collector()];
    await a.replay([...before, ...meanwhile]);
    // Nothing can be decided about a visitor who is not here yet.
    const isDecision = ({ path }: Recorded) => path.includes('/quarantine/');
    await b.replay(after.filter((sent) => !isDecision(sent)));
    await move(a, b.store);
    await b.replay(after.filter(isDecision));
    await expectSame(b.store);
  });

  it('has it, too, when it is brought again and again, a part of it at a time', async () => {
    const [a, b] = [await collector(), await collector()];
    await a.replay(before);
    let parts = 0;
    for await (const part of writeArchive(a.store, REPLAYED_SITE, { now: NOW })) {
      if (++parts > 1) break;
      await restoreLines(b.store, REPLAYED_SITE.id, part);
    }
    await a.replay(meanwhile);
    await move(a, b.store);
    await b.replay(after);
    await move(a, b.store);
    await expectSame(b.store);
  });

  it('lacks something when the rest is not brought', async () => {
    const [a, b] = [await collector(), await collector()];
    await a.replay(before);
    await move(a, b.store, { arriving: meanwhile });
    await b.replay(after);
    const { total } = await checksum(b.store, REPLAYED_SITE, { asOf: NOW });
    expect(total).not.toBe(expected.reports.total);
  });
});
