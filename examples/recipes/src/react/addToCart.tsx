/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { tracker } from './tracker.ts';

export interface Product {
  id: string;
  name: string;
  /** In major units of `currency`. */
  price: number;
  /** ISO 4217. */
  currency: string;
}

/** Tells what was added, and then adds it: whatever comes of the second, the first is not lost. */
export function AddToCart({ product, onAdd }: { product: Product; onAdd: () => void }) {
  const { id, name, price, currency } = product;
  const add = () => {
    tracker.track('add_to_cart', {
      currency,
      value: price,
      items: [{ item_id: id, item_name: name, price, quantity: 1 }],
    });
    onAdd();
  };
  return (
    <button type="button" onClick={add}>
      Add to cart
    </button>
  );
}
