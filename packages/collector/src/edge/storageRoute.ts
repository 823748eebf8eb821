import { assets } from '@cartograph/report';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { requires } from '../security/signIn.ts';
import type { Store } from '../store/store.ts';
import type { Fullness } from './fullness.ts';

interface StorageDeps {
  store: Store;
  now: () => number;
  fullness: () => Fullness;
}

/**
 * `GET /`: how much of its room a site's object has taken, and what to do about it, as a page or
 * (`format=json`) `{ usedBytes, limitBytes, share, state }`. Needs the scope `read`.
 */
export function storageRoute({ fullness, ...deps }: StorageDeps) {
  const signedIn = requires('read', deps, (c) =>
    c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`),
  );
  const guarded = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ['data:'],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
  });

  return new Hono().get('/', guarded, signedIn, (c) => {
    c.header('Cache-Control', 'no-store');
    const taken = fullness();
    return c.req.query('format') === 'json' ? c.json(taken) : c.html(page(taken));
  });
}

const page = ({ usedBytes, limitBytes, share, state }: Fullness) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Storage · Cartograph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.css.path}">
</head>
<body>
<header class="bar"><a class="brand" href="/">Cartograph</a></header>
<main id="main">
<div class="title"><div><h1>Storage</h1>
<p class="quiet">${inGb(usedBytes)} of ${inGb(limitBytes)} taken (${percent(share)}), in this site’s Durable Object</p></div></div>
<div>
<p><meter min="0" max="1" low="0.8" high="0.95" optimum="0" value="${Math.min(1, share)}">${percent(share)}</meter></p>
<p class="message">${SAID[state]}</p>
</div>
${state === 'fine' ? '' : ADVICE}
</main>
</body>
</html>`;

const SAID: Readonly<Record<Fullness['state'], string>> = {
  fine: 'There is room. From 80 % on this page and the log say what to do.',
  filling: 'It is filling up. Everything is still taken in; nothing has been removed.',
  full: 'It is full. Reports still read, but nothing new is taken in: trackers keep what they could not deliver for seven days and send it once there is room.',
};

const ADVICE = html`<section>
<h2>What to do</h2>
<ul>
<li>Keep less: set <code>retentionDays</code> of the site and deploy. What is older is removed within a day, and its room is free again.</li>
<li>Or move on: take everything along from <code>/export</code> with an admin token, and read it with <code>import --preset cartograph</code> into a collector beside a disk of its own, where the limit is the disk’s.</li>
</ul>
</section>`;

function inGb(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en', { maximumSignificantDigits: 3 })} GB`;
}

function percent(share: number): string {
  return share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 });
}
