/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { NotFoundPage } from '../pages/notFoundPage.tsx';
import { show } from '../respond.tsx';
import type { ShopContext } from '../shopEnv.ts';

export function notFound(c: ShopContext) {
  return show(c, { title: 'Off the map', body: <NotFoundPage />, status: 404 });
}
