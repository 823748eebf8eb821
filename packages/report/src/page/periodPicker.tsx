/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AbandonmentReport } from '../abandonment.ts';
import { PRESETS, type SelectedPeriod } from '../readPeriod.ts';
import { link } from './link.ts';
import type { Locale } from './locale.ts';
import type { Voice } from './voice.ts';

/** Links for the usual periods, and a form for any other. Both only change the address. */
export function PeriodPicker({
  period,
  report,
  lang,
  query = {},
  voice,
}: {
  period: SelectedPeriod;
  /** Its ends: ISO 8601, UTC. */
  report: Pick<AbandonmentReport, 'from' | 'to'>;
  lang: Locale | undefined;
  /** What the address asks for besides, which the next one asks for too. */
  query?: Readonly<Record<string, string>>;
  voice: Voice;
}) {
  const { text, format } = voice;
  const { from: _, to: __, period: ___, ...others } = query;
  return (
    <div class="picker">
      <nav class="presets" aria-label={text.period.label}>
        {PRESETS.map((preset) => (
          <a
            href={link('', { ...others, period: preset, lang })}
            aria-current={preset === period.preset ? 'true' : undefined}
          >
            {text.period.presets[preset]}
          </a>
        ))}
      </nav>
      <details class="dates" id="dates">
        <summary>{text.period.choose}</summary>
        <form method="get">
          {lang && <input type="hidden" name="lang" value={lang} />}
          {Object.entries(others).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label>
            {text.period.from}
            <input type="date" name="from" required value={format.isoDate(report.from)} />
          </label>
          <label>
            {text.period.before}
            <input type="date" name="to" required value={format.isoDate(report.to)} />
          </label>
          <button type="submit">{text.period.show}</button>
        </form>
      </details>
    </div>
  );
}

/** The query that asks for this period again. */
export function periodQuery({ preset, from, to }: SelectedPeriod): Record<string, string> {
  return preset ? { period: preset } : { from: String(from), to: String(to) };
}
