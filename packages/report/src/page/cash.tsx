/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Money } from '../money.ts';
import type { Voice } from './voice.ts';

/** Characters from which on an amount is set smaller, to stay in one line. */
const LONG = 11;

/** An amount of money. `glance` rounds large ones to whole units; the exact one stays in the markup. */
export function Cash({ money, voice, glance }: { money: Money; voice: Voice; glance?: boolean }) {
  const { format } = voice;
  const shown = glance ? format.moneyAtAGlance(money) : format.money(money);
  return (
    <data class={shown.length > LONG ? 'cash is-long' : 'cash'} value={money.amount}>
      {shown}
    </data>
  );
}
