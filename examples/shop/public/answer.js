/**
 * Sends a form in the background. Where that fails, the browser sends it the plain way.
 *
 * @returns The shop's answer, or `undefined` when the page is about to change.
 */
export async function send(form, submitter) {
  if (form.ariaBusy === 'true') return undefined;
  form.ariaBusy = 'true';
  try {
    const response = await fetch(form.getAttribute('action'), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(new FormData(form, submitter)),
    });
    return await response.json();
  } catch {
    HTMLFormElement.prototype.submit.call(withValueOf(form, submitter));
    return undefined;
  } finally {
    form.ariaBusy = null;
  }
}

/** Puts new parts into the page, and keeps the focus where it was. */
export function apply({ parts }) {
  const focused = document.activeElement?.id;
  for (const [id, markup] of Object.entries(parts)) {
    document.getElementById(id).innerHTML = markup;
  }
  const wrong = document.querySelector('main [aria-invalid]:not([hidden] *)');
  const next = wrong ?? (focused && document.getElementById(focused));
  (next || document.getElementById('main')).focus({ preventScroll: !wrong });
}

/** `submit()` knows no button, so what the button stood for goes into a field. */
function withValueOf(form, submitter) {
  if (submitter?.name) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: submitter.name, value: submitter.value });
    form.append(field);
  }
  return form;
}
