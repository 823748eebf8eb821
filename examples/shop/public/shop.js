import { apply, send } from './answer.js';
import { tell } from './tell.js';

tell(JSON.parse(document.getElementById('events').textContent));

// A browser may show a page again as it was left: the cart must be as it is.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.getElementById('cart')) location.reload();
});

// A click on a product leaves this page at once: what it tells must get out all the same.
document.addEventListener('click', ({ target }) => {
  const link = target.closest('a[data-select]');
  if (link) tell([JSON.parse(link.dataset.select)]);
});

document.addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-fill]');
  if (!button) return;
  for (const [name, value] of Object.entries(JSON.parse(button.dataset.fill))) {
    button.form.elements[name].value = value;
  }
  button.form.querySelector('[type=submit]').focus();
});

document.addEventListener('change', ({ target }) => {
  const { picture } = target.dataset;
  if (picture) document.getElementById('picture').src = picture;
});

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-enhance]')) return;
  event.preventDefault();
  const answer = await send(form, event.submitter);
  if (!answer) return;
  apply(answer);
  tell(answer.events);
});
