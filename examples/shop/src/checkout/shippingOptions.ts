export interface ShippingOption {
  id: string;
  /** GA4's `shipping_tier`. */
  name: string;
  detail: string;
  cents: number;
}

export const SHIPPING_OPTIONS: readonly ShippingOption[] = [
  { id: 'post', name: 'Post', detail: '3 to 5 days, rolled with care', cents: 490 },
  { id: 'courier', name: 'Courier', detail: 'Tomorrow, by someone in a hurry', cents: 1290 },
  { id: 'workshop', name: 'Workshop', detail: 'Collect it yourself, coffee included', cents: 0 },
];

/** A wallet pays at once, with no step to choose in: it ships by post, at our cost. */
export const WALLET_SHIPPING: ShippingOption = {
  id: 'wallet',
  name: 'Post, included',
  detail: '3 to 5 days',
  cents: 0,
};
