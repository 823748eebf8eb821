import { createApp, defineComponent, h, ref } from 'vue';
import { cartograph, useCartograph } from './cartograph.ts';

const Shop = defineComponent(() => {
  const tracker = useCartograph();
  const count = ref(0);
  const add = () => {
    const items = [{ item_id: 'M1', item_name: 'Mug', price: 12.5, quantity: 1 }];
    tracker.track('add_to_cart', { currency: 'EUR', value: 12.5, items });
    count.value++;
  };
  return () => [
    h('button', { onClick: add }, 'Add to cart'),
    h('p', `In the cart: ${count.value}`),
  ];
});

createApp(Shop)
  .use(cartograph, { site: 'shop', endpoint: 'https://c.shop.example/v1/touchpoints' })
  .mount('#app');
