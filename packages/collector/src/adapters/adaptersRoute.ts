import { Hono } from 'hono';
import type { CollectorDeps } from '../deps.ts';
import { ga4Route } from './ga4/ga4Route.ts';
import type { Door } from './knock.ts';
import { segmentRoute } from './segment/segmentRoute.ts';
import { snowplowRoute } from './snowplow/snowplowRoute.ts';

export interface AdapterDeps
  extends Pick<CollectorDeps, 'store' | 'now' | 'limits' | 'addressOf' | 'metrics'> {
  /** Takes `POST /v1/touchpoints`. */
  door: Door;
}

/**
 * Where other trackers' clients may send to as they are. Each adapter is a pure translation of one
 * body into touchpoints, and a thin route that takes them to the same door as everybody's.
 */
export function adaptersRoute(deps: AdapterDeps) {
  return new Hono()
    .route('/', segmentRoute(deps))
    .route('/', snowplowRoute(deps))
    .route('/', ga4Route(deps));
}
