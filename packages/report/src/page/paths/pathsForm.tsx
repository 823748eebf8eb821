/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PathsReport } from '../../paths/paths.ts';
import { MARKS } from '../../paths/readPathsQuery.ts';
import { link } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import type { Voice } from '../voice.ts';
import { markName } from './markName.ts';
import { pathWords } from './words.ts';

/** Numbers of steps that are offered. */
const DEPTHS = [3, 5, 7, 10];

/** Links and forms for which paths to draw. They only change the address. */
export function PathsForm({
  report,
  view,
  voice,
}: {
  report: PathsReport;
  view: ReportView;
  voice: Voice;
}) {
  const { ask } = pathWords(voice.locale);
  const { from_step: from, to_step: to, ...others } = view.query;
  const hrefOf = (change: Record<string, string | undefined>) =>
    link('', { ...view.query, ...change, lang: view.lang });
  const roots = [
    [ask.start, {}],
    [ask.fromCart, { from_step: 'add_to_cart' }],
    [ask.toOrder, { to_step: 'purchase' }],
  ] as const;
  const isNow = (root: { from_step?: string; to_step?: string }) =>
    (root.from_step ?? '') === (from ?? '') && (root.to_step ?? '') === (to ?? '');

  return (
    <section class="path-ask" aria-label={ask.label}>
      <nav class="presets" aria-label={ask.label}>
        {roots.map(([name, root]) => (
          <a
            href={hrefOf({ from_step: undefined, to_step: undefined, ...root })}
            aria-current={isNow(root) ? 'true' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <nav class="presets" aria-label={ask.marks.label}>
        {MARKS.map((marks) => (
          <a
            href={hrefOf({ marks: marks === 'all' ? undefined : marks })}
            aria-current={marks === report.marks ? 'true' : undefined}
          >
            {ask.marks[marks]}
          </a>
        ))}
      </nav>
      <nav class="presets" aria-label={ask.depth.label}>
        {DEPTHS.map((depth) => (
          <a
            href={hrefOf({ depth: String(depth) })}
            aria-current={depth === report.depth ? 'true' : undefined}
          >
            {ask.depth.steps(depth)}
          </a>
        ))}
      </nav>
      <div class="path-forms">
        {(['from', 'to'] as const).map((direction) => {
          const name = `${direction}_step`;
          const now = direction === 'from' ? from : to;
          return (
            <form method="get">
              {view.lang && <input type="hidden" name="lang" value={view.lang} />}
              {Object.entries(others).map(([other, value]) => (
                <input type="hidden" name={other} value={value} />
              ))}
              <label>
                {ask[direction]}
                <select name={name}>
                  <option value="">{ask.choose}</option>
                  {[...new Set([...(now ? [now] : []), ...report.choices])].map((step) => (
                    <option value={step} selected={step === now}>
                      {markName(step, voice)}
                    </option>
                  ))}
                </select>
              </label>
              <button type="submit">{ask.show}</button>
            </form>
          );
        })}
      </div>
    </section>
  );
}
