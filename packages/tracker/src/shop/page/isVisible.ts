/** Whether an element can be seen. Where a browser can't say, it can. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
