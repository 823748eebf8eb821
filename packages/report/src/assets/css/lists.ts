/** Tables, and lists of carts. */
export const lists = `
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding-bottom: 0.75rem; }
.data th, .data td { padding: 0.4rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: end; white-space: nowrap; }
.data .word, .data th:first-child { text-align: start; padding-inline-start: 0; }
.data thead th { vertical-align: bottom; white-space: normal; font-weight: 500; }
.carts ol { margin-top: 1rem; }
.left-cart { display: grid; gap: 0.4rem 3rem; padding-block: 1rem; overflow-wrap: anywhere; }
.left-cart-worth { font-size: 1.125rem; font-weight: 650; }
.sentence::first-letter { text-transform: uppercase; }
@media (min-width: 44rem) {
  .left-cart { grid-template-columns: 9rem minmax(0, 1fr) minmax(0, 1fr); }
}
.tag { display: block; width: fit-content; margin-top: 0.25rem; padding: 0 0.4rem; border: 1px solid var(--accent); border-radius: 3px; font-size: 0.75rem; color: var(--accent); }
.moving ol { margin-top: 1rem; }
.moving li { padding-block: 0.75rem; }
.moving li > a { float: inline-end; font-weight: 650; margin-inline-start: 1rem; }
.timeline { margin-top: 1.5rem; border-inline-start: 2px solid var(--sea); }
.timeline li { position: relative; padding: 0 0 1.25rem 1.5rem; overflow-wrap: anywhere; }
.timeline li::before { position: absolute; inset: 0.45rem auto auto -0.37rem; }
.timeline a { margin-inline-start: 0.5rem; }
.timeline .timeline-silence::before { background: var(--paper); }
.timeline-stop { font-weight: 650; color: var(--accent); }
.timeline .timeline-stop::before { background: var(--left); border-color: var(--left); }
`;
