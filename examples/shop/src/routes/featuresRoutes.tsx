/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { FeaturesPage } from '../pages/featuresPage.tsx';
import { show } from '../respond.tsx';
import type { ShopEnv } from '../shopEnv.ts';

/** Everything that the tracker sees, to be tried out. Its own pages are made up on the way. */
export function featuresRoutes() {
  return new Hono<ShopEnv>().get('/features/:page{[0-9]*}?', (c) =>
    show(c, { title: 'Every feature', body: <FeaturesPage /> }),
  );
}
