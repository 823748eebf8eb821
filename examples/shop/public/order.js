// After a reload, the steps of the fast checkout are still entries of this very page in the
// history: going back to one changes the address only, so the page has to be asked for.
const { pathname } = location;
addEventListener('popstate', () => {
  if (location.pathname !== pathname) location.reload();
});
