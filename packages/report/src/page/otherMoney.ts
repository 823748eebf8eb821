import type { Money } from '../money.ts';
import type { Voice } from './voice.ts';

/**
 * What is there besides the site's currency, so that no sum passes for all there is: ` + CHF 12.00`,
 * and in words where it is several currencies. Empty if there is nothing.
 */
export function otherMoney(others: readonly Money[], { text, format }: Voice): string {
  const [first, ...more] = others.filter(({ amount }) => Number(amount) !== 0);
  if (!first) return '';
  return ` +\u00a0${more.length === 0 ? format.moneyAtAGlance(first) : text.units.otherCurrencies}`;
}
