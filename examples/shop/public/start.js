// Runs before the page is shown, and before the tracker: both must find these in place.
window.dataLayer = window.dataLayer || [];
// biome-ignore lint/suspicious/noAssignInExpressions: it is the stub as shops paste it.
window.cartograph ||= (...a) => (cartograph.q ||= []).push(a);
document.documentElement.classList.add('scripted');
