export const LOCALES = ['en', 'ko'] as const;

export type Locale = (typeof LOCALES)[number];

/**
 * The language to answer in: the one asked for in the address, else the browser's favourite among
 * those there are, else English.
 *
 * @param acceptLanguage The header of that name: `ko-KR,ko;q=0.9,en;q=0.8`.
 * @param query The value of `?lang=`.
 */
export function pickLocale(acceptLanguage: string | undefined, query?: string): Locale {
  return localeOf(query) ?? favourites(acceptLanguage ?? '').find((locale) => locale) ?? 'en';
}

/** The locale of a language tag, if it is one of ours: `ko-KR` is `ko`, and so is a system's `ko_KR.UTF-8`. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const [language] = (tag ?? '').trim().toLowerCase().split(/[-_.]/);
  return LOCALES.find((locale) => locale === language);
}

function favourites(acceptLanguage: string): (Locale | undefined)[] {
  return acceptLanguage
    .split(',')
    .map((range) => {
      const [tag, ...params] = range.split(';');
      const quality = params.find((param) => param.trim().startsWith('q='));
      return { locale: localeOf(tag), q: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ locale }) => locale);
}
