import { apply, send } from './answer.js';
import { tell } from './tell.js';

const steps = [...document.querySelectorAll('[data-step]')];
const stepAt = (path) => steps.find((step) => step.dataset.path === path);

function show(path) {
  const shown = stepAt(path);
  for (const step of steps) step.hidden = step !== shown;
  for (const waypoint of document.querySelectorAll('[data-waypoint]')) {
    const here = waypoint.dataset.waypoint === shown.dataset.step;
    waypoint.ariaCurrent = here ? 'step' : null;
  }
  const heading = shown.querySelector('h1');
  document.title = document.title.replace(/^.*? · /, `${heading.textContent} · `);
  heading.focus();
  scrollTo(0, 0);
}

function goTo(path) {
  history.pushState(null, '', path);
  show(path);
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.closest('[data-step]')) return;
  event.preventDefault();
  const answer = await send(form, event.submitter);
  if (!answer) return;
  apply(answer);
  if (stepAt(answer.url)?.isConnected) goTo(answer.url);
  else if (answer.url) arrive(answer.url);
  // After the move, as with pages: what a step did is told by the one it leads to.
  tell(answer.events);
});

/** The order is placed, and the thank-you page already stands in this one. */
function arrive(url) {
  history.pushState(null, '', url);
  document.title = document.title.replace(/^.*? · /, 'Thank you · ');
  document.getElementById('main').focus();
  scrollTo(0, 0);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-step] a');
  const { button, ctrlKey, metaKey, shiftKey } = event;
  if (!link || !stepAt(link.pathname) || button || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  goTo(link.pathname);
});

addEventListener('popstate', () => {
  // After the order there are no steps to go back to: let the shop say what is there now.
  if (stepAt(location.pathname)?.isConnected) show(location.pathname);
  else location.reload();
});
