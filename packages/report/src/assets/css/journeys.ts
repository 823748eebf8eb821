/** Journeys: their list, one as a timeline, those under way, and what came after carts were left. */
export const journeys = `
.interval { width: 100%; height: 0.75rem; margin-top: 0.2rem; overflow: visible; }
.interval .ruler-rate { stroke: var(--ink); stroke-width: 2.5; vector-effect: non-scaling-stroke; }
.choices { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin-block: 1rem 0.5rem; }
.choices a { padding-block: 0.2rem; text-decoration: none; border-bottom: 2px solid transparent; }
.choices a[aria-current] { border-color: var(--accent); font-weight: 650; }
.breakdown .data { margin-top: 0.5rem; }
.data .breakdown-rate { min-width: 10rem; width: 24%; }
.data .breakdown-name { white-space: normal; overflow-wrap: anywhere; min-width: 8rem; max-width: 20rem; }
.breakdown-bar { width: 16%; min-width: 5rem; }
.money-bar { width: 100%; height: 0.6rem; }
.breakdown tfoot th, .breakdown tfoot td { border-bottom: 0; border-top: 2px solid var(--ink); font-weight: 650; }
.after ol { margin-top: 1.25rem; }
.after .legend { margin-top: 1rem; }
.after-step { display: grid; gap: 0.5rem 2rem; padding-block: 1.25rem; border-top: 1px solid var(--rule); }
.after-bar { width: 100%; height: 1.25rem; margin-bottom: 0.6rem; overflow: visible; }
.after-marks { display: flex; flex-wrap: wrap; gap: 0.5rem 3rem; margin-top: 0.6rem; font-size: 0.875rem; overflow-wrap: anywhere; }
.after-marks h4 { margin: 0; font-size: inherit; font-weight: 500; color: var(--quiet); }
.back-says { max-width: 44rem; margin-top: 0.75rem; font-size: 1.125rem; }
.back-chart { width: 100%; height: clamp(13rem, 26vw, 20rem); overflow: visible; }
.back-chart text { font-size: 0.8125rem; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.back-chart g line { stroke-width: 1.5; }
.back-now line { stroke: var(--accent); }
.back-now text { fill: var(--accent); }
.back-fitting line { stroke: var(--ink); stroke-dasharray: 4 4; }
.back-point { fill: var(--ink); }
.back-axis { width: 100%; height: 1.5rem; margin-top: -0.75rem; overflow: visible; }
.chart .back-axis-name { margin-top: -1rem; text-align: end; }
.back-axis text { fill: var(--quiet); font-size: 0.8125rem; }
.journey-filter form { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: end; }
.journey-filter select, .journey-filter input, .journey-filter button { max-width: 15rem; height: 2.75rem; }
.journey-clear { padding-block: 0.5rem; }
.journey-filter .choices { margin-block: 1.5rem 0; }
select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.5rem 0.75rem; min-width: 0; }
.journeys { margin-top: 1rem; }
.journeys td, .journeys th { vertical-align: top; }
.data.journeys .quiet { display: block; font-weight: 400; font-size: 0.8125rem; }
.data.journeys .journey-came, .data.journeys .journey-far, .data.journeys .journey-wrong { white-space: normal; overflow-wrap: anywhere; max-width: 16rem; }
.data.journeys .word:not(:first-child) { padding-inline-start: 0.75rem; }
.pager { margin-block: 1rem; align-items: baseline; }
.visit { margin-top: 2rem; }
.visit .timeline { margin-top: 0.75rem; }
.visit li { padding-bottom: 0.6rem; }
.visit li > time { position: absolute; inset-inline-start: 1.5rem; line-height: 1.7; }
.visit li > time ~ * { margin-inline-start: 3.25rem; }
.visit .timeline-stop, .visit .timeline-silence { padding-block: 0.4rem 1rem; }
.visit .timeline-stop::before, .visit .timeline-silence::before { top: 0.85rem; }
.timeline ol { margin-top: 0.75rem; }
.timeline-run summary { font-weight: 650; }
.timeline li.timeline-run > details > ol > li::before { background: none; border-color: var(--sea); inset-inline-start: 0; }
.timeline-trouble b { color: var(--accent); }
.timeline .timeline-trouble::before { background: var(--paper); border-color: var(--left); }
.cart-value { width: 100%; height: clamp(8rem, 16vw, 12rem); overflow: visible; border-bottom: 1px solid var(--quiet); }
.cart-visit { fill: var(--shoal); opacity: 0.5; }
.cart-silence { fill: none; }
.cart-stop { fill: var(--soft); }
.cart-axis { width: 100%; height: 1.2rem; margin-top: -0.75rem; overflow: visible; }
.cart-axis text { fill: var(--quiet); font-size: 0.75rem; }
.cart-area { fill: var(--sea); opacity: 0.45; }
.cart-order { fill: var(--deep); stroke: var(--paper); stroke-width: 2; }
.cart-cross { overflow: visible; }
.cart-cross path { fill: none; stroke: var(--left); stroke-width: 2.5; stroke-linecap: round; }
@media (max-width: 40rem) {
  .back-roomy { display: none; }
  .cart-axis { height: 0; }
  .cart-axis text { display: none; }
}
@media (max-width: 52rem) {
  .journeys thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .journeys tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 1rem; padding-block: 0.75rem; border-bottom: 1px solid var(--rule); }
  .data.journeys td, .data.journeys th { border: 0; padding: 0; }
  .data.journeys .word:not(:first-child) { padding: 0; }
  .data.journeys .journey-visits { display: none; }
  .journeys .journey-value { order: -1; }
  .journeys .journey-when { order: -2; }
  .journeys .journey-wrong { order: 1; }
  .journeys .journey-state, .journeys .journey-far { text-align: end; }
  .journeys .journey-state { order: 2; }
}
.live-now { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.5rem 1.75rem; }
.live-count { display: block; font-size: clamp(2.25rem, 1.8rem + 2vw, 3.5rem); font-weight: 700; line-height: 1.1; letter-spacing: -0.03em; }
.live-now .live-left { border-top: 2px solid var(--accent); }
.live-now .live-left .live-count { color: var(--accent); }
.live-board { display: grid; gap: 2.5rem 1.75rem; grid-template-columns: repeat(auto-fit, minmax(12.5rem, 1fr)); }
.live-column ol { margin-top: 0.75rem; }
.live-column li { padding-block: 0.75rem; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.live-column li > a { float: inline-end; font-weight: 650; margin-inline-start: 1rem; }
.live-column .quiet { font-size: 0.875rem; }
.live-none { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--rule); color: var(--quiet); }
.live-met { color: var(--accent); font-size: 0.875rem; }
@media (min-width: 60rem) {
  .after-step { grid-template-columns: 15rem minmax(0, 1fr); }
}
@media print {
  .choices, .journey-filter { display: none; }
  .after-step, .live-column li, .visit li { break-inside: avoid; }
}
`;
