import type { FormState } from '../forms/readForm.ts';
import type { User } from '../session/session.ts';
import type { AlertType, ShopEvent } from './shopEvent.ts';

export function checkoutStep(step: string): ShopEvent {
  return { cartograph: ['track', 'checkout_step', { step }] };
}

export function couponTried(coupon: string, status: 'applied' | 'denied'): ShopEvent {
  return { cartograph: ['track', 'coupon', { coupon, status }] };
}

/** Something went wrong, and this is what the shopper was told. */
export function alert(type: AlertType, message: string): ShopEvent {
  return { cartograph: ['track', 'alert', { alert_type: type, message }] };
}

/** One alert a message under a field. */
export function fieldAlerts<Field extends string>({ errors }: FormState<Field>): ShopEvent[] {
  return Object.values<FormState<Field>['errors'][Field]>(errors).flatMap((error) =>
    error ? [alert(error.type, error.message)] : [],
  );
}

export function identify({ id }: User): ShopEvent {
  return { cartograph: ['identify', id] };
}

/** The next shopper on this device is somebody else. */
export function reset(): ShopEvent {
  return { cartograph: ['reset'] };
}
