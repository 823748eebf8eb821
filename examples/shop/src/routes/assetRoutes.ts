import { readdirSync, readFileSync } from 'node:fs';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { pictureOf } from '../pictures/pictureOf.ts';

const PUBLIC = new URL('../../public/', import.meta.url);

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Styles, page scripts and pictures. Asked about each time, sent again only when they changed. */
export function assetRoutes() {
  const files = new Set(readdirSync(PUBLIC));
  return new Hono()
    .use('/assets/*', etag(), askEachTime)
    .use('/pictures/*', etag(), askEachTime)

    .get('/assets/:name', (c) => {
      const name = c.req.param('name');
      const type = TYPES[name.split('.').at(-1) ?? ''];
      if (!files.has(name) || !type) return missing(c);
      return c.body(readFileSync(new URL(name, PUBLIC), 'utf8'), 200, { 'Content-Type': type });
    })

    .get('/pictures/:name', (c) => {
      const [slug = '', extension] = c.req.param('name').split('.');
      const picture = extension === 'svg' && pictureOf(slug, c.req.query('variant'));
      if (!picture) return missing(c);
      return c.body(picture, 200, { 'Content-Type': 'image/svg+xml' });
    });
}

const askEachTime: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-cache');
};

function missing(c: Context) {
  return c.text('Not found', 404);
}
