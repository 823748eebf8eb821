import type { Site } from './site.ts';

/** A site as a form would have it. What it says is checked by `saveSite`. */
export function readSiteForm(known: Site, form: ReadonlyMap<string, string>): Site {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const { retentionDays: _, ...rest } = known;
  return {
    ...rest,
    name: text('name'),
    currency: text('currency').toUpperCase(),
    timeZone: text('timeZone'),
    abandonedAfterMs: wholeNumber(text('abandonedAfter')) * 60_000,
    origins: text('origins')
      .split(/[\s,]+/)
      .filter((origin) => origin !== ''),
    orders: text('orders') as NonNullable<Site['orders']>,
    ...(text('retentionDays') !== '' && { retentionDays: wholeNumber(text('retentionDays')) }),
  };
}

/** `NaN` for anything else: no setting can be that. */
function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
