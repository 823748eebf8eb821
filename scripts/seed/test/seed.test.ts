import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../seed.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const NOW = Date.UTC(2026, 10, 22, 15);
const run = promisify(execFile);

describe(seed.name, () => {
  let collector: StandIn;
  beforeEach(async () => {
    collector = await startStandIn();
  });
  afterEach(() => collector.close());

  const seedMore = (now: number) =>
    seed({
      url: collector.url,
      site: 'shop',
      origin: 'https://shop.test',
      seed: 1,
      days: 7,
      persons: 20,
      now,
    });

  it('tells what it delivered', async () => {
    const { accepted, touchpoints, visitors } = await seedMore(NOW);
    expect(collector.stored).toHaveLength(touchpoints);
    expect(accepted).toBe(touchpoints);
    expect(visitors).toBe(new Set(collector.requests.map(({ batch }) => batch.visitor)).size);
  });

  it('says that it is sent now, so that no clock needs correcting', async () => {
    const before = Date.now();
    await seedMore(NOW);
    for (const { batch } of collector.requests) {
      expect(batch.sentAt).toBeGreaterThanOrEqual(before);
      expect(batch.sentAt).toBeLessThanOrEqual(Date.now());
    }
  });

  it('runs from the command line and ends with one line', async () => {
    const args = ['--url', collector.url, '--days', '3', '--persons', '10', '--now', String(NOW)];
    const { stderr, stdout } = await cli(...args);

    expect(stdout).toBe('');
    expect(stderr).toBe(
      `${collector.stored.length} touchpoints of ${
        new Set(collector.requests.map(({ batch }) => batch.visitor)).size
      } browsers delivered.\n`,
    );
    expect(collector.requests[0]!.batch.site).toBe('shop');
    expect(collector.requests[0]!.headers.origin).toBe('http://127.0.0.1:8788');
  }, 20_000);

  it('says which option it cannot read', async () => {
    await expect(cli('--persons', 'many')).rejects.toThrow(
      'Expected --persons to be a whole number, got "many"',
    );
  }, 20_000);
});

function cli(...args: readonly string[]) {
  return run(process.execPath, ['--import', 'tsx', 'scripts/seed.ts', ...args]);
}
