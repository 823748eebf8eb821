import { remoteSite } from '../moving/remoteSite.ts';
import { type Io, UsageError } from './command.ts';

/** The option of commands that reach a collector over HTTP, in place of `--db`. */
export const COLLECTOR_OPTION = { collector: { type: 'string' } } as const;

/**
 * A site of a collector that is reached over HTTP. The token comes from the environment: what is on a
 * command line, others on the machine can read.
 */
export function remoteOf(collector: string, site: string, io: Pick<Io, 'env' | 'signal'>) {
  if (!URL.canParse(collector) || !/^https?:$/.test(new URL(collector).protocol)) {
    throw new UsageError(
      `Expected --collector to be an http(s) address, got ${JSON.stringify(collector)}`,
    );
  }
  const token = io.env.CARTOGRAPH_TOKEN ?? '';
  if (token === '') {
    throw new UsageError('Expected an admin’s token in CARTOGRAPH_TOKEN, got none');
  }
  return remoteSite({ collector: new URL(collector), token, site, signal: io.signal });
}
