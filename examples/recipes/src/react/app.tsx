/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AddToCart } from './addToCart.tsx';
import { useShopper } from './useShopper.ts';

const MUG = { id: 'M1', name: 'Mug', price: 12.5, currency: 'EUR' };

function Shop() {
  const [count, setCount] = useState(0);
  const [userId, setUserId] = useState<string>();
  useShopper(userId);

  return (
    <>
      <h1>{MUG.name}</h1>
      <AddToCart product={MUG} onAdd={() => setCount(count + 1)} />
      <p>In the cart: {count}</p>
      <button type="button" onClick={() => setUserId(userId ? undefined : 'u-17')}>
        {userId ? 'Sign out' : 'Sign in'}
      </button>
      <button type="button" onClick={() => history.pushState({}, '', '/cart')}>
        Cart
      </button>
    </>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
