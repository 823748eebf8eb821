/** Whether a touchpoint says something about an order, which a server vouches for and a browser claims. */
export function isWordOnOrder(type: string): boolean {
  return type === 'purchase' || type === 'refund';
}
