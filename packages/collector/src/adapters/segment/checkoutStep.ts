import { withoutMissing } from '../../import/withoutMissing.ts';
import { asText } from '../asText.ts';
import { plainParams } from '../plainParams.ts';
import type { Params } from '../told.ts';

const METHODS: ReadonlySet<string> = new Set(['shipping_method', 'payment_method', 'step']);

/**
 * A step of a checkout, which Segment numbers as a shop likes and which we call by what is done:
 * a chosen shipping method is shipping done, a chosen payment method payment. A step that was only
 * *seen* has finished nothing: the first shows that the checkout has begun, later ones stay custom.
 */
export function checkoutStep(
  properties: Params,
  told: 'viewed' | 'completed' | 'payment',
): { type: string; params: Params } {
  const number = asText(properties.step);
  const methods = withoutMissing({
    shipping_tier: asText(properties.shipping_method),
    payment_type: asText(properties.payment_method),
  });
  const params = { ...plainParams(properties, METHODS), ...methods };

  if (told === 'viewed') {
    const isFirst = number === undefined || Number(number) <= 1;
    const step = withoutMissing({ step: number });
    return {
      type: isFirst ? 'begin_checkout' : 'checkout_step_viewed',
      params: { ...params, ...step },
    };
  }
  if (told === 'payment' || methods.payment_type) return { type: 'add_payment_info', params };
  if (methods.shipping_tier) return { type: 'add_shipping_info', params };

  const step = asText(properties.step_name) ?? (number === undefined ? 'step' : `step-${number}`);
  return { type: 'checkout_step', params: { ...params, step } };
}
