import { Hono } from 'hono';
import type { CollectorDeps } from '../app.ts';
export function pagesRoute(_: CollectorDeps) {
  return new Hono();
}
