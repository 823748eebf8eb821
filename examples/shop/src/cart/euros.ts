const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** `3800` cents as "€38.00", `-380` as "−€3.80" with a real minus. */
export function euros(cents: number): string {
  return format.format(cents / 100).replace('-', '−');
}
