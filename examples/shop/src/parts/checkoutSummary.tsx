/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { euros } from '../cart/euros.ts';
import { unitCents } from '../cart/line.ts';
import type { Basket } from '../cart/totals.ts';
import { Picture } from './picture.tsx';
import { TotalsList } from './totalsList.tsx';

export function CheckoutSummary({ title, basket }: { title: string; basket: Basket }) {
  return (
    <>
      <h2>{title}</h2>
      <ul class="summary-lines">
        {basket.lines.map((line) => (
          <li>
            <Picture product={line.product} variant={line.variant} alt="" />
            <span>
              {line.product.name}
              <small>
                {line.variant && `${line.variant.name} · `}
                {line.quantity} × {euros(unitCents(line))}
              </small>
            </span>
            <span class="summary-price">{euros(unitCents(line) * line.quantity)}</span>
          </li>
        ))}
      </ul>
      <TotalsList basket={basket} shippingUnknown="not chosen yet" />
    </>
  );
}
