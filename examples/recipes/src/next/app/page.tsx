/** @jsxRuntime automatic */
/** @jsxImportSource react */
'use client';
import { tracker } from './cartograph.tsx';

/** `app/page.tsx` */
export default function Page() {
  return (
    <button
      type="button"
      onClick={() => tracker.track('add_to_wishlist', { items: [{ item_id: 'M1' }] })}
    >
      Later
    </button>
  );
}
