import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { requires } from '../security/signIn.ts';
import { listSites } from '../sites/site.ts';

/** `GET /metrics`: Prometheus' text format. Needs a token with the scope `read`. */
export function metricsRoute(deps: CollectorDeps) {
  const { store, now, metrics, receiving } = deps;

  const ofSites = async (): Promise<string> => {
    const last: string[] = [];
    const silent: string[] = [];
    for (const { id } of await listSites(store)) {
      const lastAt = await receiving.lastAt(id);
      if (lastAt === undefined) continue;
      const isSilent = (await receiving.silentSince(id, now())) !== undefined;
      last.push(`cartograph_last_received_seconds{site="${id}"} ${Math.floor(lastAt / 1000)}\n`);
      silent.push(`cartograph_silent{site="${id}"} ${isSilent ? 1 : 0}\n`);
    }
    return [
      '# HELP cartograph_last_received_seconds When a browser’s touchpoint was last stored, in Unix time.\n',
      '# TYPE cartograph_last_received_seconds gauge\n',
      ...last,
      '# HELP cartograph_silent Whether a site that had data has had none for longer than usual.\n',
      '# TYPE cartograph_silent gauge\n',
      ...silent,
    ].join('');
  };

  return new Hono().get(
    '/',
    requires('read', deps, (c) => c.text('Expected a token: Authorization: Bearer …', 401)),
    async (c) => c.text(metrics.text() + (await ofSites())),
  );
}
