/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from './frame.ts';
import { Layout } from './layout.tsx';
import { link } from './link.ts';
import type { Text } from './text/en.ts';
import { voiceOf } from './voice.ts';

export interface ErrorView extends Frame {
  /** HTTP status. */
  status: number;
  /** What was expected, or what went wrong. Fit to be shown. */
  message?: string | undefined;
  site?: Site | undefined;
}

export function ErrorPage({ status, message, site, ...frame }: ErrorView) {
  const voice = voiceOf(frame.locale);
  const title = titleOf(status, voice.text);
  return (
    <Layout frame={frame} voice={voice} title={title} site={site}>
      <div class="title">
        <div>
          <p class="quiet">{status}</p>
          <h1>{title}</h1>
        </div>
      </div>
      {message && <p class="message">{message}</p>}
      <p>
        <a href={link('/', { lang: frame.lang })}>{voice.text.error.back}</a>
      </p>
    </Layout>
  );
}

function titleOf(status: number, { error }: Text): string {
  if (status === 404) return error.notFound;
  if (status === 403) return error.forbidden;
  return status >= 400 && status < 500 ? error.badRequest : error.other;
}
