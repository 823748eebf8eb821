/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Cause } from '../../causes/causesReport.ts';
import { Cash } from '../cash.tsx';
import { otherMoney } from '../otherMoney.ts';
import type { CausesVoice } from './causesVoice.ts';

/** What is at stake at a glance: money, or carts where the shop tells no prices. */
export function Stake({ cause, voice }: { cause: Cause; voice: CausesVoice }) {
  if (!hasValue(cause)) return <>{voice.carts(Math.round(cause.excessCarts.value))}</>;
  return (
    <>
      <Cash money={cause.valueAtStake} voice={voice} glance />
      {otherMoney(cause.otherValuesAtStake, voice)}
    </>
  );
}

/** Whether any price is known of what was left. */
export function hasValue({ valueAtStake, otherValuesAtStake }: Cause): boolean {
  return [valueAtStake, ...otherValuesAtStake].some(({ amount }) => Number(amount) > 0);
}
