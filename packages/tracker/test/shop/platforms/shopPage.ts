import type { Visit } from '../describeShop.ts';

/** A page of a shop, with what its platform can't help showing. */
export const html = (head: string, body: string, attributes = '') => ({
  html: `<!doctype html><html lang="en-GB"><head><title>Shop</title>${head}</head><body ${attributes}>${body}</body></html>`,
});

export const jsonLd = (product: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', ...product })}</script>`;

/** All that was told, less who inferred it. */
export const seen = ({ told }: Visit) =>
  told.map(({ type, params: { inferred, ...params } }) => [type, params]);
