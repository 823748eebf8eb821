import { lateDays, type ReportView, segmentChoices, toCsv } from '@cartograph/report';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { CollectorDeps } from '../deps.ts';
import { frameOf } from '../routes/frameOf.ts';
import type { SiteEnv } from '../routes/siteEnv.ts';
import { savedSegments } from '../settings/savedSegments.ts';
import { ask } from './ask.ts';
import type { AnyReport, Asking } from './report.ts';

export const FORMATS = ['html', 'json', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

const TYPES = {
  html: 'text/html',
  json: 'application/json',
  csv: 'text/csv',
} as const satisfies Record<Format, string>;

/**
 * What was asked for: by the address (`?format=csv`), since a link can't say `Accept`, else by the header.
 *
 * @throws {RangeError} If the address names another.
 */
export function formatOf(c: Context, usual: Format): Format {
  const named = c.req.query('format');
  const asked = FORMATS.find((format) => format === named);
  if (asked) return asked;
  if (named) {
    throw new RangeError(
      `Expected \`format\` to be ${FORMATS.join(', ')}, got ${JSON.stringify(named)}`,
    );
  }
  const supports = Object.values(TYPES);
  const type = accepts(c, { header: 'Accept', supports, default: TYPES[usual] });
  return FORMATS.find((format) => TYPES[format] === type)!;
}

/**
 * A report in the format that was asked for.
 *
 * @throws {RangeError} Naming what was expected, if what was asked can't be read.
 */
export async function answer(
  c: Context<SiteEnv>,
  report: AnyReport,
  { deps, usual }: { deps: CollectorDeps; usual: Format },
): Promise<Response> {
  const { store, now, mostJourneys } = deps;
  const asking = await ask(c.req.query(), {
    ...{ site: c.get('site'), store, now: now(), mostJourneys },
  });
  const found = await report.read(asking);
  const isChanging = ((await store.refolding?.waiting()) ?? []).includes(asking.site.id);
  c.header('Vary', 'Accept');
  switch (formatOf(c, usual)) {
    case 'json':
      return c.json({ ...headOf(asking), ...(isChanging && { refolding: true }), ...found });
    case 'csv': {
      const rows = report.csv(found);
      const text = typeof rows === 'string' ? rows : toCsv(rows);
      return c.body(text, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${asking.site.id}-${report.name}.csv"`,
      });
    }
    case 'html':
      return c.html(await report.page(found, { ...(await viewOf(c, asking)), isChanging }, asking));
  }
}

/** How long it is said of a day that its figures have changed. */
const LATE_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** What every answer names. */
export function headOf({ question, orders, segment }: Asking) {
  const { from, to, asOf, timeZone } = question;
  return { ...isoOf({ from, to, asOf }), timeZone, orders, segment };
}

async function viewOf(
  c: Context<SiteEnv>,
  asking: Awaited<ReturnType<typeof ask>>,
): Promise<ReportView> {
  const { site, store, period, question, segment, orders, asked } = asking;
  const { from, to, asOf } = question;
  const receivedFrom = asOf - LATE_FOR_MS;
  const { lang: _, format: __, ...query } = asked;
  return {
    ...(await frameOf(c)),
    site,
    period,
    ...isoOf({ from, to, asOf }),
    segment,
    choices: segmentChoices(await asking.parts('carts', { segment: {} })),
    late: lateDays(await store.late(site.id, { from, to, receivedFrom }), {
      ...question,
      knownFrom: await store.firstReceivedAt(site.id),
    }),
    saved: await savedSegments.list(store, site.id),
    onlyConfirmed: orders === 'confirmed',
    query,
  };
}

function isoOf<Name extends string>(times: Record<Name, number>): Record<Name, string> {
  const entries = Object.entries<number>(times);
  return Object.fromEntries(
    entries.map(([name, at]) => [name, new Date(at).toISOString()]),
  ) as Record<Name, string>;
}
