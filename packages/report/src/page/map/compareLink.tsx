/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { link } from '../link.ts';
import type { ReportView } from '../reportView.ts';
import type { Words } from './en.ts';

/** Switches the comparison with the period before on and off. It only changes the address. */
export function CompareLink({ view, words }: { view: ReportView; words: Words }) {
  const { query, lang } = view;
  const isOn = query.compare === 'previous';
  return (
    <p class="map-compare">
      <a href={link('', { ...query, compare: isOn ? undefined : 'previous', lang })}>
        {isOn ? words.compare.off : words.compare.on}
      </a>
    </p>
  );
}
