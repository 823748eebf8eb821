import fc from 'fast-check';

/** Mostly `usual`; now and then, as often as weighed, something else. */
export const mostly = <T>(usual: fc.Arbitrary<T>, ...others: [weight: number, fc.Arbitrary<T>][]) =>
  fc.oneof(
    { weight: 20, arbitrary: usual },
    ...others.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  );
