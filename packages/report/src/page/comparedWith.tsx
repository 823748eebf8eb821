/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import { sameAge } from './sameAge.ts';
import type { Voice } from './voice.ts';

/** What the changes are against, and how far that can be trusted. */
export function ComparedWith({
  report,
  previous,
  voice,
}: {
  report: AbandonmentReport;
  previous: AbandonmentReport;
  voice: Voice;
}) {
  const { text, format } = voice;
  const period = format.span(previous.from, previous.to);
  if (previous.carts.created === 0) {
    return <p class="compared quiet">{text.change.nothingBefore(period)}</p>;
  }
  return (
    <p class="compared quiet">
      {text.change.comparedWith(period)}{' '}
      {sameAge(report, previous)
        ? text.change.sameAge(format.dateTime(previous.asOf))
        : text.change.older}
    </p>
  );
}
