import type { Locale } from '../money/currency.ts';

const TELLS =
  'meta[property="product:price:currency"],meta[property="og:price:currency"],[itemprop=priceCurrency]';

/** Where a page speaks from: the currency it names, and the region of its language or domain. */
export function localeOf(page: Document): Locale {
  const told = page.querySelector(TELLS);
  const code = told?.getAttribute('content') ?? told?.textContent?.trim() ?? '';
  const json = /"priceCurrency"\s*:\s*"([A-Z]{3})"/.exec(
    page.querySelector('script[type*="ld+json"]')?.textContent ?? '',
  );
  const { lang } = page.documentElement;
  const [, language = '', region] = /^(\w+)[-_](?:\w{4}[-_])?([a-z]{2})\b/i.exec(lang) ?? [];
  const domain = /\.([a-z]{2})$/.exec(location.hostname)?.[1];
  const home: Record<string, string> = {
    sv: 'SE',
    nb: 'NO',
    nn: 'NO',
    no: 'NO',
    da: 'DK',
    zh: 'CN',
  };
  return {
    told: /^[A-Z]{3}$/.test(code) ? code : json?.[1],
    region: (region ?? domain ?? home[language || lang.slice(0, 2)])?.toUpperCase(),
  };
}
