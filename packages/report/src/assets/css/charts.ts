/** Curves over time. */
export const charts = `
.beside { display: grid; gap: clamp(2.5rem, 5vw, 4.5rem); grid-template-columns: minmax(0, 1fr); }
.chart { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.25rem 0.75rem; margin-block: 1.5rem 1rem; font-size: 0.8125rem; }
.axis { display: flex; flex-direction: column; justify-content: space-between; text-align: end; margin-block: -0.6em; }
.chart-name { grid-column: 1 / -1; margin-bottom: -0.5rem; }
.axis-x { display: flex; justify-content: space-between; margin-top: -0.75rem; }
.chart-rate { width: 100%; height: clamp(11rem, 22vw, 17rem); overflow: visible; }
.chart-carts { width: 100%; height: 4.5rem; overflow: visible; border-bottom: 1px solid var(--quiet); }
.grid { stroke: var(--rule); vector-effect: non-scaling-stroke; }
.band { fill: var(--sea); opacity: 0.55; }
.curve { fill: none; stroke: var(--ink); stroke-width: 2.25; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.slot { fill: transparent; }
.slot:hover { fill: var(--deep); fill-opacity: 0.16; }
details > .scroll { margin-top: 1rem; }
.scroll { overflow-x: auto; }
.trend .legend { margin-bottom: 1.25rem; }
@media (min-width: 72rem) {
  .beside { grid-template-columns: minmax(0, 1fr) 20rem; }
  .beside > div:empty + div { grid-column: 1 / -1; }
}
`;
