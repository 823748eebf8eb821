/**
 * Keeps a page up to date while it is open. The collector says over `EventSource` that something
 * changed; the page is fetched again, and the parts marked `data-live` are brought in line with the
 * fresh ones node by node, so that scroll, focus, selection and open `<details>` stay as they are.
 *
 * A string and not a function that is printed: what bundlers do to functions would break it.
 */
export const script = `(() => {
  const source = document.body.dataset.liveFrom;
  const state = document.getElementById('live-state');
  if (!source || !state) return;

  let busy = false;
  let due = false;

  const show = (on) => {
    state.classList.toggle('is-on', on);
    state.textContent = on ? state.dataset.on : state.dataset.off;
  };

  const refresh = async () => {
    due = true;
    if (busy || document.hidden) return;
    busy = true;
    due = false;
    const began = performance.now();
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      // Signed out meanwhile: leave what is there.
      if (answer.ok && !answer.redirected) {
        update(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    } catch {
      show(false);
    }
    // A page that takes long rests longer: it may cost the collector a twentieth of its time, not more.
    setTimeout(() => {
      busy = false;
      if (due) refresh();
    }, Math.max(1000, 20 * (performance.now() - began)));
  };

  const parts = (root) => [...root.querySelectorAll('[data-live]')];

  const update = (fresh) => {
    const [now, next] = [parts(document), parts(fresh)];
    const names = (list) => list.map((part) => part.dataset.live).join();
    if (names(now) !== names(next)) return location.reload();

    const focused = document.activeElement;
    now.forEach((part, i) => align(part, next[i]));
    if (focused && focused.isConnected) focused.focus({ preventScroll: true });
  };

  const keyOf = (node) => (node.nodeType === 1 && (node.id || node.dataset.key)) || '';

  const align = (old, fresh) => {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (name !== 'open' && !fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    let at = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      const key = keyOf(child);
      let match = at;
      while (key && match && keyOf(match) !== key) match = match.nextSibling;
      if (match && match.nodeName === child.nodeName && keyOf(match) === key) {
        if (match === at) at = at.nextSibling;
        else old.insertBefore(match, at);
        align(match, child);
      } else {
        old.insertBefore(child, at);
      }
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };

  const events = new EventSource(source);
  let missed = false;
  events.onopen = () => {
    show(true);
    if (missed) refresh();
    missed = false;
  };
  events.onerror = () => {
    show(false);
    missed = true;
  };
  events.addEventListener('changed', refresh);
  document.addEventListener('visibilitychange', () => due && refresh());
})();
`;
