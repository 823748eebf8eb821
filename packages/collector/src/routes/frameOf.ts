import { type Frame, pickLocale } from '@cartograph/report';
import type { Context } from 'hono';
import { csrfTokenOf } from '../security/signIn.ts';

/** What a page is drawn in for whoever asks. */
export async function frameOf(c: Context): Promise<Frame> {
  const lang = c.req.query('lang');
  const locale = pickLocale(c.req.header('Accept-Language'), lang);
  return {
    locale,
    lang: lang === locale ? locale : undefined,
    csrf: await csrfTokenOf(c),
    hasStorage: c.env?.hasStorage === true,
  };
}
