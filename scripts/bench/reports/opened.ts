import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { grant } from '../../../packages/collector/src/security/access.ts';
import { NOW, SITE } from './samples.ts';

type Index = typeof import('../../../packages/collector/src/index.ts');
type Node = typeof import('../../../packages/collector/src/node.ts');

export const FORMATS = ['json', 'html'] as const;

export interface Page {
  report: string;
  format: (typeof FORMATS)[number];
}

/** What one answer took, in milliseconds. */
export interface Took {
  wall: number;
  /** Of the processor, by all threads of the process. */
  cpu: number;
  /** The longest that nothing else got a turn. */
  block: number;
}

export type Opened = Awaited<ReturnType<typeof opened>>;

/**
 * A collector on a database, in this process, with a clock that goes on from when the
 * database was filled.
 *
 * @param modules Paths of the collector's two entries.
 */
export async function opened(modules: { index: string; node: string }, file: string) {
  const { createCollector, saveSite }: Index = await import(pathToFileURL(modules.index).href);
  const { sqliteStore }: Node = await import(pathToFileURL(modules.node).href);
  const store = sqliteStore(file);
  await saveSite(store, SITE);
  const startedAt = performance.now();
  const now = () => NOW + Math.floor(performance.now() - startedAt);
  const app = createCollector({ store, tracker: {}, now, log: () => {} });
  const token = await grant(store, 'token', { scope: 'read' });
  const headers = { Authorization: `Bearer ${token}` };
  const delay = monitorEventLoopDelay({ resolution: 1 });

  return {
    now,

    async ask({ report, format }: Page): Promise<Took> {
      delay.reset();
      delay.enable();
      const [start, before] = [performance.now(), process.cpuUsage()];
      const place = format === 'json' ? '/api/sites' : '/sites';
      const path = `${place}/${SITE.id}/${report}?period=30d`;
      const response = await app.request(path, { headers });
      await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      // Its timer is late by as long as it was held up, once it gets its turn.
      await new Promise((resolve) => setTimeout(resolve, 5));
      delay.disable();
      return { wall, cpu: (user + system) / 1000, block: delay.max / 1e6 };
    },

    /** What a tracker sends. Resolves to how long it took to be answered, in milliseconds. */
    async send(batch: object): Promise<number> {
      const start = performance.now();
      const response = await app.request('/v1/touchpoints', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: SITE.origins[0]! },
        body: JSON.stringify({ site: SITE.id, sentAt: now(), ...batch }),
      });
      const text = await response.text();
      const isTaken = response.ok && JSON.parse(text).rejected.length === 0;
      if (!isTaken) throw new Error(`Expected touchpoints to be taken, got ${text}`);
      return performance.now() - start;
    },

    close: () => store.close(),
  };
}
