/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Voice } from './voice.ts';

/** A moment in the site's time zone, and how long ago that was. */
export function Moment({ iso, asOf, voice }: { iso: string; asOf: string; voice: Voice }) {
  const { format } = voice;
  const isToday = format.isoDate(iso) === format.isoDate(asOf);
  return (
    <time datetime={iso}>
      {format.ago(iso, asOf)}
      <span class="quiet"> · {isToday ? format.time(iso) : format.dateTime(iso)}</span>
    </time>
  );
}
