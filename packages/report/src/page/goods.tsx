/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CartLine } from '@cartograph/journey';
import type { Voice } from './voice.ts';

/** Lines shown in a list before the rest is summed up. */
const LINES_SHOWN = 4;

/** What is in a cart. */
export function Goods({ lines, voice }: { lines: readonly CartLine[]; voice: Voice }) {
  const { text, format } = voice;
  if (lines.length === 0) return <span class="quiet">{text.carts.unknownGoods}</span>;
  const more = lines.length - LINES_SHOWN;
  return (
    <ul class="goods">
      {lines.slice(0, LINES_SHOWN).map(({ item, name, variant, quantity }) => (
        <li>
          <span class="goods-count">{format.count(quantity)} ×</span> {name ?? item}
          {variant && <span class="quiet"> {variant}</span>}
        </li>
      ))}
      {more > 0 && <li class="quiet">{text.carts.moreLines(format.count(more))}</li>}
    </ul>
  );
}
