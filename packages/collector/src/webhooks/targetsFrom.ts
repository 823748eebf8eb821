import type { TargetOptions } from './target.ts';

/**
 * `CARTOGRAPH_WEBHOOK_HOSTS=127.0.0.1:9000,mailer:8080` and `CARTOGRAPH_WEBHOOK_PORTS=8443`.
 */
export function targetsFrom(env: Readonly<Record<string, string | undefined>>): TargetOptions {
  const list = (value = '') => value.split(',').flatMap((part) => part.trim() || []);
  return {
    allowHosts: list(env.CARTOGRAPH_WEBHOOK_HOSTS),
    ports: list(env.CARTOGRAPH_WEBHOOK_PORTS).map(Number),
  };
}
