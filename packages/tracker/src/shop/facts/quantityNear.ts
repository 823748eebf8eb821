const QUANTITY =
  'input[name*=quantity i],select[name*=quantity i],input[name*=qty i],select[name*=qty i],input[name*=menge i],input[name*=anzahl i],input[name*=cantidad i],input[name*=quantit i],input[name=amount i],input[id*=quantity i],input[id*=qty i],input[class*=quantity i],input[class*=qty i],input[type=number]';

/** How many of a product are asked for in a box: what its field of quantity says. */
export function quantityIn(box: ParentNode | null | undefined): number | undefined {
  const field = box?.querySelector<HTMLInputElement | HTMLSelectElement>(QUANTITY);
  return quantityOf(field?.value);
}

export function quantityOf(text: unknown): number | undefined {
  const quantity = Number(text || NaN);
  return quantity > 0 && quantity < 1e5 ? quantity : undefined;
}
