/** Alerts, dead clicks, exceptions, fields left: what goes on and on is one. Of the others each counts. */
const FAULTS = /^[adef]/;

/** Different faults of one page. One that is broken can have any number. */
const MAX_A_PAGE = 30;

/** Decides what is new on this page, by its path: a page of an app is one, too. */
export function onceAPage(): (type: string, params: object) => boolean {
  let page: string;
  let told: Set<string>;
  return (type, params) => {
    const { pathname } = location;
    if (page !== pathname) told = new Set();
    page = pathname;
    return (
      !FAULTS.test(type) ||
      (told.size < MAX_A_PAGE && told.size < told.add(JSON.stringify(params)).size)
    );
  };
}
