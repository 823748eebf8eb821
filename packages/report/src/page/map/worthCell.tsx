/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Cash } from '../cash.tsx';
import { Change } from '../change.tsx';
import { otherMoney } from '../otherMoney.ts';
import { figureClass } from './figureClass.ts';
import type { StageProps } from './stageColumn.tsx';

/** What could be won at a stage: money left there, given back, or that one more in a hundred would bring. */
export function WorthCell({ stage, before, words, voice }: StageProps) {
  const { format, text } = voice;
  const { left, refunded, onePoint } = stage.opportunity;
  const sum = left ?? refunded;
  const hasSum = (left?.carts ?? refunded?.orders ?? 0) > 0;
  const was = (before?.opportunity.left ?? before?.opportunity.refunded)?.value;
  if (!hasSum && !onePoint) return <p class="quiet">{words.worth.nothing}</p>;
  return (
    <>
      {sum && hasSum && (
        <>
          <p
            class={figureClass(
              left ? 'stage-figure is-money' : 'stage-figure',
              format.moneyAtAGlance(sum.value),
              7,
            )}
          >
            <Cash money={sum.value} voice={voice} glance />
            <span class="also">{otherMoney(sum.otherValues, voice)}</span>
          </p>
          <p>
            {left && words.worth.left(text.units.carts(left.carts, format.count(left.carts)))}
            {refunded &&
              words.worth.refunded(
                text.units.orders(refunded.orders, format.count(refunded.orders)),
              )}
          </p>
          {was && (
            <Change
              now={Number(sum.value.amount)}
              before={Number(was.amount)}
              shown={format.moneyAtAGlance(was)}
              voice={voice}
            />
          )}
        </>
      )}
      {onePoint && <p class="quiet">{words.worth.onePoint(format.moneyAtAGlance(onePoint))}</p>}
    </>
  );
}
