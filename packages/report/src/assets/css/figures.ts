/** The rate, the figures beside it, and the bar of what became of all carts. */
export const figures = `
.headline { display: grid; gap: 2.5rem clamp(2rem, 6vw, 6rem); align-items: start; }
.rate > p + p { margin-top: 0.6rem; }
.rate h2, .figure dt { font-size: 0.9375rem; font-weight: 500; letter-spacing: 0; }
.rate-value { font-size: clamp(4.25rem, 3rem + 5.5vw, 7.5rem); font-weight: 700; line-height: 1; letter-spacing: -0.05em; font-variant-numeric: normal; }
.rate-sentence { margin-top: 1rem; font-size: 1.125rem; }
.ruler { width: 100%; height: 2.5rem; margin-top: 1rem; overflow: visible; }
.ruler-scale { fill: var(--shoal); }
.ruler-interval { fill: var(--deep); }
.ruler line { stroke: var(--quiet); vector-effect: non-scaling-stroke; }
.ruler .ruler-rate { stroke: var(--ink); stroke-width: 3; }
.ruler .ruler-before { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 3; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1.5rem clamp(1rem, 2.5vw, 2rem); }
h2 + .figures { margin-top: 1rem; }
.figure { padding-top: 0.6rem; min-width: 0; }
.figure-value { font-size: clamp(1.5rem, 1.3rem + 0.6vw, 1.875rem); font-weight: 650; line-height: 1.25; letter-spacing: -0.015em; font-variant-numeric: normal; }
.figure-wide { grid-column: 1 / -1; border-top: 2px solid var(--accent); }
.figure-wide .figure-value { font-size: clamp(2.25rem, 1.8rem + 2vw, 3.25rem); color: var(--accent); }
.figure:not(.figure-wide) .is-long { font-size: 1.25rem; }
.also { display: block; font-size: 0.9375rem; font-weight: 500; letter-spacing: 0; color: var(--ink); }
.also:empty { display: none; }
.compared { max-width: 60rem; margin-top: 1.5rem; }
.balance { margin-top: clamp(2rem, 4vw, 3rem); }
.balance-bar { width: 100%; height: 1.5rem; margin-block: 0.9rem 0.75rem; overflow: visible; }
.legend { gap: 0.25rem 1.5rem; }
.legend b { color: var(--ink); }
.swatch { display: inline-block; width: 0.75rem; height: 0.75rem; margin-inline-end: 0.35rem; vertical-align: -0.06em; }
rect { vector-effect: non-scaling-stroke; }
.is-ordered, .is-continued { fill: var(--deep); }
.is-skipped, .is-rest { fill: var(--sea); stroke: var(--deep); }
.is-onward { fill: var(--shoal); }
.is-emptied { fill: var(--silt); }
.is-open { fill: var(--paper); stroke: var(--deep); }
.is-left, .is-abandoned { fill: var(--left); }
.is-lost { fill: var(--paper); stroke: var(--left); stroke-width: 2; }
.others { margin-top: 1.25rem; }
@media (min-width: 60rem) {
  .headline { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); }
}
`;
