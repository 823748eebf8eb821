import { CART, EMPTY } from '../words.ts';
import { isVisible } from './isVisible.ts';

/** Whether a page says that the cart is empty, where a shopper can read it. */
export function showsEmptyCart(page: Document): boolean {
  if (page.querySelector('input[type=number],input[name*=qty i],input[name*=quantity i]'))
    return false;
  return [...page.querySelectorAll('h1,h2,h3,h4,p,div,span,strong,td,li')].some((element) => {
    const text = element.textContent ?? '';
    return text.length < 120 && EMPTY.test(text) && CART.test(text) && isVisible(element);
  });
}
