/** Passes on what a shopper did: GA4's events by `dataLayer`, the rest to Cartograph. */
export function tell(events) {
  for (const { dataLayer, cartograph } of events) {
    if (cartograph) window.cartograph(...cartograph);
    // GTM merges pushes: without this, one event's items would still stand in the next.
    if (dataLayer?.ecommerce) window.dataLayer.push({ ecommerce: null });
    if (dataLayer) window.dataLayer.push(dataLayer);
  }
}
