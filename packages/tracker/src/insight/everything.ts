/** What a `MutationObserver` can see of a page. What is in shadow roots it can't. */
export const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
};
