import { pageOf } from './url.ts';

/**
 * Decides what is a view of a page: at most one a task, and never two of one page in a row.
 *
 * @param count Told of a view at once, lest it be lost with the page, and of the address of the page
 *   before, if it was one of the shop. Returns what to do a task later: by then an app has set its
 *   title, and a router that pushes and replaces has come to rest.
 * @returns What to call when the address may have changed. `again` counts a view in any case.
 */
export function createPageViews(
  count: (from: string | false) => () => void,
): (again?: boolean) => void {
  let href = location.href;
  let isSettling = false;

  return (again) => {
    const from = href;
    href = location.href;
    const isOther = pageOf(from) !== pageOf(href);
    if (isSettling || !(isOther || again)) return;

    isSettling = true;
    const settle = count(isOther && from);
    setTimeout(() => {
      isSettling = false;
      settle();
    });
  };
}
